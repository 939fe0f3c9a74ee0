// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.aribridge.cel.CelFiles;
import org.ringmaster.aribridge.cel.WitnessedLeg;
import org.ringmaster.aribridge.support.RecordingInputs;
import org.ringmaster.aribridge.support.Until;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.aribridge.transport.EventLoops;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Endpoint;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabAsterisk;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.OutsideCall;
import org.ringmaster.lab.SippCallers;
import org.ringmaster.lab.SippRun;

/** A node and people who ring over SIP. */
@Tag("lab")
class SipCallerLabTest {
  private static final NodeId NODE = new NodeId("edge");
  private static Lab lab;

  private final EventLoops loops = new EventLoops(1);
  private final RecordingInputs inputs = new RecordingInputs();
  private final Set<LegId> asked = new HashSet<>();
  private AsteriskNode node;

  @BeforeAll
  static void startLab() {
    lab = Lab.start(LabPlan.usual());
  }

  @AfterAll
  static void stopLab() {
    lab.close();
  }

  @BeforeEach
  void start() {
    LabAsterisk edge = lab.edge();
    AriAddress address =
        new AriAddress("edge", "127.0.0.1", edge.httpPort(), edge.ariUser(), edge.ariSecret());
    node = new AsteriskNode(NodeSettings.of(NODE, address), loops, inputs);
    node.start();
    inputs.await(CallInput.NodeListed.class);
  }

  @AfterEach
  void stop() {
    node.close();
    loops.close();
  }

  @Test
  void aCallerWhoHangsUpIsToldGone() {
    lab.outside().call("49301000", "491512345001", CallerBehaviour.abandonsAfter(300));
    CallInput.LegArrived arrived = inputs.await(CallInput.LegArrived.class);
    assertEquals("inbound", arrived.entry());
    assertEquals("outside", arrived.endpoint());
    node.publish(new CallCommand.AnswerLeg(NODE, arrived.leg()));
    inputs.await(CallInput.LegUp.class);
    CallInput.LegGone gone = inputs.await(CallInput.LegGone.class);
    assertEquals(arrived.leg(), gone.leg());
    assertEquals(HangupCause.NORMAL, gone.cause());
  }

  @Test
  void ofAHundredShortCallsEveryEndIsToldOnce() {
    try (SippRun callers = SippRun.callers(lab.edge(), SippCallers.of("49301003", 100, 50, 50))) {
      inputs.await(CallInput.LegArrived.class, 100);
      for (CallInput.LegArrived arrived : inputs.all(CallInput.LegArrived.class)) {
        node.publish(new CallCommand.AnswerLeg(NODE, arrived.leg()));
      }
      callers.await(30_000);
    }
    inputs.await(CallInput.LegGone.class, 100);
    Set<LegId> gone = new HashSet<>();
    for (CallInput.LegGone end : inputs.all(CallInput.LegGone.class)) {
      assertTrue(gone.add(end.leg()), "told twice: " + end);
    }
    assertEquals(100, gone.size());
  }

  @Test
  void theSecondWitnessAgreesOnEveryLegWithinFiftyMilliseconds() throws IOException {
    try (SippRun callers = SippRun.callers(lab.edge(), SippCallers.of("49301005", 40, 20, 700))) {
      Until.holds(
          "all answered",
          () -> {
            for (CallInput.LegArrived arrived : inputs.all(CallInput.LegArrived.class)) {
              if (asked.add(arrived.leg())) {
                node.publish(new CallCommand.AnswerLeg(NODE, arrived.leg()));
              }
            }
            return inputs.all(CallInput.LegUp.class).size() == 40;
          });
      callers.await(30_000);
    }
    inputs.await(CallInput.LegGone.class, 40);
    Until.holds("CEL has all ends", () -> witnessedEnds() == 40);
    Map<LegId, WitnessedLeg> legs = CelFiles.legs(List.of(lab.edge().celFile()));
    for (RecordingInputs.Told told : inputs.told()) {
      if (told.input() instanceof CallInput.LegGone gone) {
        assertNear(legs.get(gone.leg()).endMicros(), told.occurredAtMicros());
        assertEquals(legs.get(gone.leg()).cause(), gone.cause());
      } else if (told.input() instanceof CallInput.LegUp up) {
        assertNear(legs.get(up.leg()).answerMicros(), told.occurredAtMicros());
      } else if (told.input() instanceof CallInput.LegArrived arrived) {
        assertNear(legs.get(arrived.leg()).startMicros(), told.occurredAtMicros());
      }
    }
  }

  private int witnessedEnds() {
    try {
      Map<LegId, WitnessedLeg> legs = CelFiles.legs(List.of(lab.edge().celFile()));
      return (int)
          inputs.all(CallInput.LegGone.class).stream()
              .filter(gone -> legs.containsKey(gone.leg()) && legs.get(gone.leg()).ended())
              .count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void assertNear(long witnessMicros, long ourMicros) {
    assertTrue(Math.abs(witnessMicros - ourMicros) < 50_000, witnessMicros + " and " + ourMicros);
  }

  @Test
  void aTelephoneIsToldToAnswerByItselfAndALateHangUpIsNoFailure() {
    LegId leg = new LegId(IdShape.mint('l', 1, 23_456_789, 1));
    node.publish(
        new CallCommand.OriginateLeg(
            NODE, leg, null, Endpoint.telephone("tel01"), null, null, 20_000, true, false));
    inputs.await(CallInput.LegRang.class);
    inputs.await(CallInput.LegEntered.class);
    for (int i = 0; i < 3; i++) {
      node.publish(new CallCommand.HangUpLeg(NODE, leg, HangupCause.NORMAL));
    }
    inputs.await(CallInput.LegGone.class);
    node.publish(new CallCommand.HangUpLeg(NODE, leg, HangupCause.NORMAL));
    node.publish(new CallCommand.ListNode(NODE));
    inputs.await(CallInput.NodeListed.class, 2);
    assertEquals(List.of(), inputs.all(CallInput.CommandFailed.class));
  }

  @Test
  void whoHangsUpWhileTheSocketIsAwayIsNotInTheNextList() {
    OutsideCall call =
        lab.outside().call("49301004", "491512345004", CallerBehaviour.abandonsAfter(60_000));
    CallInput.LegArrived arrived = inputs.await(CallInput.LegArrived.class);
    node.reconnect();
    inputs.await(CallInput.NodeListed.class, 2);
    SeenLeg seen =
        inputs.all(CallInput.NodeListed.class).get(1).legs().stream()
            .filter(leg -> leg.leg().equals(arrived.leg()))
            .findFirst()
            .orElseThrow();
    assertTrue(seen.ours());
    assertEquals("outside", seen.endpoint());
    lab.outside().hangUp(call);
    CallInput.LegGone gone = inputs.await(CallInput.LegGone.class);
    assertEquals(arrived.leg(), gone.leg());
    Until.holds(
        "no channel is left",
        () -> lab.edge().cli("core show channels").contains("0 active channels"));
  }
}
