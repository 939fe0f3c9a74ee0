// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringmaster.aribridge.node.NodeSettings.RequestPath;
import org.ringmaster.aribridge.support.RecordingInputs;
import org.ringmaster.aribridge.support.Until;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.aribridge.transport.EventLoops;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Endpoint;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabAsterisk;
import org.ringmaster.lab.LabPlan;

/** The same node against a real Asterisk. */
@Tag("lab")
class AsteriskNodeLabTest {
  private static final NodeId NODE = new NodeId("edge");
  private static Lab lab;
  private static long number = 1;

  private final EventLoops loops = new EventLoops(1);
  private RecordingInputs inputs = new RecordingInputs();
  private AsteriskNode node;

  @BeforeAll
  static void startLab() {
    lab = Lab.start(LabPlan.usual().withoutOutside());
  }

  @AfterAll
  static void stopLab() {
    lab.close();
  }

  @AfterEach
  void stop() {
    node.close();
    loops.close();
  }

  private static AriAddress address() {
    LabAsterisk edge = lab.edge();
    return new AriAddress("edge", "127.0.0.1", edge.httpPort(), edge.ariUser(), edge.ariSecret());
  }

  private AsteriskNode start(RequestPath path) {
    inputs = new RecordingInputs();
    node = new AsteriskNode(NodeSettings.of(NODE, address()).over(path), loops, inputs);
    node.start();
    inputs.await(CallInput.NodeListed.class);
    return node;
  }

  private static String mint(char kind) {
    return IdShape.mint(kind, 1, 12_345_678, number++);
  }

  /** Rings our own front door; two legs come of it: the one asked for and the one that arrives. */
  private LegId originate(boolean bulk) {
    LegId leg = new LegId(mint('l'));
    node.publish(
        new CallCommand.OriginateLeg(
            NODE,
            leg,
            new CallId(mint('c')),
            new Endpoint("Local", "from-trunk", "49301000"),
            new Personal("4930555"),
            new Personal("Zoe"),
            5_000,
            false,
            bulk));
    return leg;
  }

  private CallInput.LegArrived arrival(LegId asked) {
    return inputs.await(
        CallInput.LegArrived.class, in -> in.leg().value().startsWith(asked.value()));
  }

  private LegId answeredArrival() {
    LegId asked = originate(false);
    LegId arrived = arrival(asked).leg();
    node.publish(new CallCommand.AnswerLeg(NODE, arrived));
    inputs.await(CallInput.LegEntered.class, entered -> entered.leg().equals(asked));
    return arrived;
  }

  @ParameterizedTest
  @EnumSource(RequestPath.class)
  void aCallLivesFromOriginateToHangUp(RequestPath path) {
    start(path);
    LegId asked = originate(true);
    CallInput.LegArrived arrived = arrival(asked);
    assertEquals("inbound", arrived.entry());
    assertEquals("49301000", arrived.dialled());
    node.publish(new CallCommand.RingLeg(NODE, arrived.leg()));
    inputs.await(CallInput.LegRang.class, rang -> rang.leg().equals(asked));
    node.publish(new CallCommand.AnswerLeg(NODE, arrived.leg()));
    inputs.await(CallInput.LegUp.class, up -> up.leg().equals(arrived.leg()));
    inputs.await(CallInput.LegUp.class, up -> up.leg().equals(asked));
    inputs.await(CallInput.LegEntered.class, entered -> entered.leg().equals(asked));

    LegId other = answeredArrival();
    BridgeId talk = new BridgeId(mint('b'));
    node.publish(new CallCommand.OpenBridge(NODE, talk, BridgeKind.TALK, null));
    node.publish(new CallCommand.JoinBridge(NODE, talk, List.of(other, arrived.leg())));
    inputs.await(CallInput.LegJoined.class, 2);
    RecordingId recording = new RecordingId(mint('r'));
    node.publish(new CallCommand.StartRecording(NODE, recording, talk));
    Path file = lab.edge().instance().folder().resolve("spool/recording/" + recording + ".wav");
    Until.holds("the recording has begun", () -> Files.exists(file));
    node.publish(new CallCommand.StopRecording(NODE, recording));
    assertEquals(recording, inputs.await(CallInput.RecordingEnded.class).recording());
    node.publish(new CallCommand.LeaveBridge(NODE, talk, arrived.leg()));
    inputs.await(CallInput.LegLeft.class, left -> left.leg().equals(arrived.leg()));
    PlaybackId playback = new PlaybackId(mint('p'));
    node.publish(
        new CallCommand.Play(
            NODE, playback, arrived.leg(), List.of(Prompt.digits("1"), Prompt.number(2))));
    assertEquals(playback, inputs.await(CallInput.PlaybackEnded.class).playback());

    node.publish(new CallCommand.CloseBridge(NODE, talk));
    inputs.await(CallInput.LegLeft.class, left -> left.leg().equals(other));
    node.publish(new CallCommand.HangUpLeg(NODE, other, HangupCause.NORMAL));
    node.publish(new CallCommand.HangUpLeg(NODE, asked, HangupCause.NORMAL));
    inputs.await(CallInput.LegGone.class, gone -> gone.leg().equals(asked));
    inputs.await(CallInput.LegGone.class, gone -> gone.leg().equals(arrived.leg()));
    assertEquals(List.of(), inputs.all(CallInput.CommandFailed.class));
  }

  @Test
  void aHangUpRightAfterABulkOriginateEndsTheLeg() {
    start(RequestPath.WEBSOCKET);
    for (int i = 0; i < 20; i++) {
      LegId asked = originate(true);
      node.publish(new CallCommand.HangUpLeg(NODE, asked, HangupCause.NORMAL));
      inputs.await(CallInput.LegGone.class, gone -> gone.leg().equals(asked));
    }
    assertEquals(List.of(), inputs.all(CallInput.CommandFailed.class));
  }

  @Test
  void anUnknownEndpointIsAFailureThatComesBack() {
    start(RequestPath.WEBSOCKET);
    LegId leg = new LegId(mint('l'));
    node.publish(
        new CallCommand.OriginateLeg(
            NODE, leg, null, Endpoint.telephone("nobody"), null, null, 2_000, true, false));
    CallInput.CommandFailed failed = inputs.await(CallInput.CommandFailed.class);
    assertEquals("OriginateLeg", failed.what());
    assertEquals(leg, failed.leg());
    assertTrue(failed.statusCode() >= 400, failed.toString());
  }

  @Test
  void afterALostSocketTheListTellsWhoIsUpAndLaterEndsAreSeen() {
    start(RequestPath.WEBSOCKET);
    LegId asked = originate(false);
    CallInput.LegArrived arrived = inputs.await(CallInput.LegArrived.class);
    node.publish(new CallCommand.AnswerLeg(NODE, arrived.leg()));
    inputs.await(CallInput.LegEntered.class);
    node.reconnect();
    inputs.await(CallInput.NodeLost.class);
    inputs.await(CallInput.NodeListed.class, 2);
    List<SeenLeg> seen = inputs.all(CallInput.NodeListed.class).get(1).legs();
    SeenLeg caller =
        seen.stream().filter(leg -> leg.leg().equals(arrived.leg())).findFirst().orElseThrow();
    assertTrue(caller.ours());
    assertEquals("inbound", caller.entry());
    assertEquals("49301000", caller.dialled());
    assertTrue(seen.stream().anyMatch(leg -> leg.leg().equals(asked) && leg.ours()));
    node.publish(new CallCommand.HangUpLeg(NODE, arrived.leg(), HangupCause.NORMAL));
    inputs.await(CallInput.LegGone.class, gone -> gone.leg().equals(arrived.leg()));
    inputs.await(CallInput.LegGone.class, gone -> gone.leg().equals(asked));
  }

  @Test
  void aLegThatRingsThroughALostSocketIsStillHeardOf() {
    start(RequestPath.WEBSOCKET);
    LegId asked = originate(false);
    CallInput.LegArrived arrived = inputs.await(CallInput.LegArrived.class);
    node.reconnect();
    inputs.await(CallInput.NodeListed.class, 2);
    node.publish(new CallCommand.AnswerLeg(NODE, arrived.leg()));
    inputs.await(CallInput.LegUp.class, up -> up.leg().equals(asked));
    inputs.await(CallInput.LegEntered.class, entered -> entered.leg().equals(asked));
    node.publish(new CallCommand.HangUpLeg(NODE, asked, HangupCause.NORMAL));
    inputs.await(CallInput.LegGone.class, gone -> gone.leg().equals(asked));
  }

  @Test
  void aReleasedLegGoesOnInTheDialplanAndItsEndIsSeen() {
    start(RequestPath.WEBSOCKET);
    originate(false);
    CallInput.LegArrived arrived = inputs.await(CallInput.LegArrived.class);
    node.publish(new CallCommand.ReleaseLeg(NODE, arrived.leg()));
    Until.holds(
        "the fallback queue has it", () -> lab.edge().cli("core show channels").contains("Queue"));
    node.publish(new CallCommand.HangUpLeg(NODE, arrived.leg(), HangupCause.NORMAL));
    inputs.await(CallInput.LegGone.class, gone -> gone.leg().equals(arrived.leg()));
  }

  @Test
  void roomsHoldLegsWithMusicAndInSilence() {
    start(RequestPath.WEBSOCKET);
    LegId caller = answeredArrival();
    LegId agent = answeredArrival();
    BridgeId waiting = new BridgeId(mint('b'));
    BridgeId agents = new BridgeId(mint('b'));
    node.publish(new CallCommand.OpenBridge(NODE, waiting, BridgeKind.WAITING_ROOM, "default"));
    node.publish(new CallCommand.OpenBridge(NODE, agents, BridgeKind.AGENT_ROOM, null));
    node.publish(new CallCommand.JoinBridge(NODE, waiting, List.of(caller)));
    node.publish(new CallCommand.JoinBridge(NODE, agents, List.of(agent)));
    awaitJoined(caller, waiting);
    awaitJoined(agent, agents);
    node.publish(new CallCommand.PlayMusic(NODE, waiting, "default"));
    node.publish(new CallCommand.PlayMusic(NODE, agents, null));
    assertTrue(lab.edge().cli("moh show classes").contains("Class: quiet"));
    // An agent's leg moves straight from its room into the conversation.
    BridgeId talk = new BridgeId(mint('b'));
    node.publish(new CallCommand.OpenBridge(NODE, talk, BridgeKind.TALK, null));
    node.publish(new CallCommand.JoinBridge(NODE, talk, List.of(caller, agent)));
    awaitJoined(caller, talk);
    awaitJoined(agent, talk);
    inputs.await(CallInput.LegLeft.class, 2);
    for (BridgeId bridge : List.of(talk, waiting, agents)) {
      node.publish(new CallCommand.CloseBridge(NODE, bridge));
    }
    node.publish(new CallCommand.HangUpLeg(NODE, caller, HangupCause.NORMAL));
    node.publish(new CallCommand.HangUpLeg(NODE, agent, HangupCause.NORMAL));
    inputs.await(CallInput.LegGone.class, 4);
    assertEquals(List.of(), inputs.all(CallInput.CommandFailed.class));
  }

  private void awaitJoined(LegId leg, BridgeId bridge) {
    inputs.await(
        CallInput.LegJoined.class, in -> in.leg().equals(leg) && in.bridge().equals(bridge));
  }

  @Test
  void aSecondInstanceTakesOverAndTheFirstFallsSilent() {
    AsteriskNode first = start(RequestPath.WEBSOCKET);
    RecordingInputs firstInputs = inputs;
    start(RequestPath.WEBSOCKET);
    firstInputs.await(CallInput.NodeFenced.class);
    assertEquals(NodeState.FENCED, first.state());
    assertEquals(NodeState.UP, node.state());
    first.close();
  }

  @Test
  void aCrashOfAsteriskIsToldByItsStartTime() {
    start(RequestPath.WEBSOCKET);
    lab.edge().kill();
    inputs.await(CallInput.NodeLost.class);
    lab.edge().startAgain();
    inputs.await(CallInput.NodeConnected.class, 2);
    List<CallInput.NodeConnected> connected = inputs.all(CallInput.NodeConnected.class);
    assertTrue(connected.get(1).startedAtMicros() > connected.get(0).startedAtMicros());
    inputs.await(CallInput.NodeListed.class, 2);
    assertEquals(List.of(), inputs.all(CallInput.NodeListed.class).get(1).legs());
  }
}
