// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Endpoint;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.simulation.clock.Agenda;
import org.ringmaster.simulation.draw.Draws;

/** Commands go in, inputs come out. */
class SimulatedNodeTest {

  private static final NodeId NODE = new NodeId("edge");
  private static final long SECOND = 1_000_000;

  private final Agenda agenda = new Agenda(1_790_000_000_000_000L);
  private final SimulatedAsterisk asterisk =
      new SimulatedAsterisk(NODE, agenda, new Draws(1), AsteriskTiming.USUAL);
  private final List<Input> told = new ArrayList<>();
  private final SimulatedNode node = new SimulatedNode(asterisk, new Listener(), agenda);
  private int minted;

  @BeforeEach
  void connect() {
    node.start();
    agenda.run(SECOND);
    assertEquals(2, told.size(), told::toString);
    told.clear();
  }

  @Test
  void aTelephoneThatIsRungIsToldFromItsMakingToItsEnd() {
    asterisk.telephone("1001", rung -> new Line.Reception.Rings(new Answerer(), 10_000));
    LegId leg = ring("1001");
    agenda.run(SECOND);
    node.publish(new CallCommand.HangUpLeg(NODE, leg, HangupCause.NORMAL));
    agenda.run(SECOND);
    assertEquals(
        List.of(
            new CallInput.LegMade(NODE, leg),
            new CallInput.LegRang(NODE, leg),
            new CallInput.LegUp(NODE, leg),
            new CallInput.LegEntered(NODE, leg),
            new CallInput.LegGone(NODE, leg, HangupCause.NORMAL)),
        told);
  }

  @Test
  void anIdThatLivesIsRefusedAndSoIsAnUnknownTelephone() {
    asterisk.telephone("1001", rung -> new Line.Reception.Silence());
    LegId leg = ring("1001");
    node.publish(originate(leg, "1001"));
    ring("1002");
    agenda.run(SECOND);
    assertEquals(
        List.of(409, 500),
        all(CallInput.CommandFailed.class).stream()
            .map(CallInput.CommandFailed::statusCode)
            .toList());
  }

  @Test
  void aHangUpRightAfterABulkOriginateFindsItsLeg() {
    asterisk.telephone("1001", rung -> new Line.Reception.Rings(new Party() {}, 10_000));
    LegId leg = mint();
    node.publish(
        new CallCommand.OriginateLeg(
            NODE, leg, null, Endpoint.telephone("1001"), null, null, 20_000, false, true));
    node.publish(new CallCommand.HangUpLeg(NODE, leg, HangupCause.NORMAL));
    agenda.run(SECOND);
    assertEquals(0, asterisk.legs().size());
    assertEquals(List.of(), all(CallInput.CommandFailed.class));
    assertEquals(1, all(CallInput.LegGone.class).size());
  }

  @Test
  void aMoveAndAllBehindItWaitForThePromptToEnd() {
    LegId caller = asterisk.call("carrier", "inbound", "500", null, new Party() {});
    BridgeId room = new BridgeId(IdShape.mint('b', 1, 1, ++minted));
    agenda.run(SECOND);
    node.publish(new CallCommand.AnswerLeg(NODE, caller));
    node.publish(new CallCommand.OpenBridge(NODE, room, BridgeKind.WAITING_ROOM, "default"));
    PlaybackId prompt = new PlaybackId(IdShape.mint('p', 1, 1, ++minted));
    node.publish(new CallCommand.Play(NODE, prompt, caller, List.of(Prompt.sound("hello"))));
    node.publish(new CallCommand.JoinBridge(NODE, room, List.of(caller)));
    node.publish(new CallCommand.ListNode(NODE));
    agenda.run(SECOND / 2);
    assertEquals(List.of(), all(CallInput.LegJoined.class));
    agenda.run(5 * SECOND);
    List<Class<?>> kinds = new ArrayList<>();
    told.forEach(input -> kinds.add(input.getClass()));
    assertEquals(
        List.of(
            CallInput.LegArrived.class,
            CallInput.LegUp.class,
            CallInput.PlaybackEnded.class,
            CallInput.LegJoined.class,
            CallInput.NodeListed.class),
        kinds);
  }

  @Test
  void theEndOfACallerWhoIsGoneBeforeWeSubscribedIsToldOnce() {
    LegId caller = asterisk.call("carrier", "inbound", "500", null, new Party() {});
    while (asterisk.leg(caller) != null && !asterisk.leg(caller).ours()) {
      agenda.doNext();
    }
    asterisk.hangUp(caller, HangupCause.NORMAL);
    agenda.run(SECOND);
    assertEquals(
        List.of(new CallInput.LegGone(NODE, caller, HangupCause.NORMAL)),
        all(CallInput.LegGone.class));
  }

  @Test
  void whatIsUnderWayWhenTheSocketIsCutFailsAndWhatWaitsIsSentLater() {
    asterisk.telephone("1001", rung -> new Line.Reception.Silence());
    LegId first = ring("1001");
    node.isCut(SECOND);
    LegId second = ring("1001");
    agenda.run(4 * SECOND);
    assertEquals(first, all(CallInput.CommandFailed.class).getFirst().leg());
    assertEquals(0, all(CallInput.CommandFailed.class).getFirst().statusCode());
    assertEquals(1, all(CallInput.CommandFailed.class).size());
    assertTrue(all(CallInput.LegMade.class).contains(new CallInput.LegMade(NODE, second)));
    assertEquals(1, all(CallInput.NodeLost.class).size());
    assertEquals(1, all(CallInput.NodeConnected.class).size());
  }

  @Test
  void aLegFromBeforeTheCutIsToldOfAfterIt() {
    asterisk.telephone("1001", rung -> new Line.Reception.Rings(new Party() {}, 10_000));
    LegId leg = ring("1001");
    agenda.run(SECOND);
    node.isCut(0);
    agenda.run(SECOND);
    asterisk.hangUp(leg, HangupCause.REJECTED);
    agenda.run(SECOND);
    assertEquals(
        List.of(new CallInput.LegGone(NODE, leg, HangupCause.REJECTED)),
        all(CallInput.LegGone.class));
  }

  @Test
  void whoDoesNotSubscribeAgainIsAnsweredAndToldNothing() {
    asterisk.telephone("1001", rung -> new Line.Reception.Rings(new Party() {}, 10_000));
    node.forgetsToSubscribeAgain();
    node.isCut(0);
    agenda.run(SECOND);
    told.clear();
    LegId leg = ring("1001");
    agenda.run(SECOND);
    asterisk.hangUp(leg, HangupCause.REJECTED);
    agenda.run(SECOND);
    assertEquals(List.of(new CallInput.LegMade(NODE, leg)), told);
    assertEquals(2, asterisk.untold());
  }

  @Test
  void callersWhoWaitAreSentOnByTheGuardAfterTwentySecondsWithoutUs() {
    LegId caller = asterisk.call("carrier", "inbound", "500", null, new Party() {});
    agenda.run(SECOND);
    node.dies();
    agenda.run(19 * SECOND);
    assertTrue(asterisk.leg(caller).ours());
    agenda.run(2 * SECOND);
    assertTrue(!asterisk.leg(caller).ours());
  }

  private LegId mint() {
    return new LegId(IdShape.mint('l', 1, 1, ++minted));
  }

  private LegId ring(String telephone) {
    LegId leg = mint();
    node.publish(originate(leg, telephone));
    return leg;
  }

  private static CallCommand.OriginateLeg originate(LegId leg, String telephone) {
    return new CallCommand.OriginateLeg(
        NODE, leg, null, Endpoint.telephone(telephone), null, null, 20_000, false, false);
  }

  private <T extends CallInput> List<T> all(Class<T> kind) {
    return told.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Answers after a tenth of a second. */
  private final class Answerer implements Party {
    @Override
    public void rings(LegId leg, boolean answersByItself) {
      agenda.after(SECOND / 10, () -> asterisk.answer(leg));
    }
  }

  private final class Listener implements Inlet {
    @Override
    public void offer(Input input, long occurredAtMicros) {
      told.add(input);
    }

    @Override
    public CompletableFuture<Answer> ask(Input input) {
      throw new UnsupportedOperationException("a node asks for nothing");
    }
  }
}
