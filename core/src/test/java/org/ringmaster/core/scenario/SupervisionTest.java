// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.core.supervision.SupervisionMode.BARGE;
import static org.ringmaster.core.supervision.SupervisionMode.LISTEN;
import static org.ringmaster.core.supervision.SupervisionMode.TAKE_OVER;
import static org.ringmaster.core.supervision.SupervisionMode.WHISPER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.supervision.SupervisionEnd;
import org.ringmaster.core.supervision.SupervisionFact;
import org.ringmaster.core.supervision.SupervisionInput;
import org.ringmaster.core.supervision.SupervisionMode;
import org.ringmaster.core.supervision.SupervisionPolicy;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;
import org.ringmaster.core.testing.ScenarioSupervisor;

class SupervisionTest {
  private final ScenarioCentre centre =
      ScenarioCentre.open(
          ScenarioPlan.standard()
              .queue(ScenarioQueue.named("sales").servedBy("alice", "dave").wrapUpSeconds(10)));
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioSupervisor boss = centre.supervisor("boss", "1009");
  private final ScenarioSupervisor other = centre.supervisor("other", "1005");

  private ScenarioCaller talking() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    caller.talksWith("alice");
    return caller;
  }

  private void nothingIsLeft() {
    assertEquals(List.of(), List.copyOf(centre.centre().supervisions().books().all()));
    boss.isLeftAlone();
  }

  @Test
  void aSupervisorListensAndTheTalkGoesOnUntouched() {
    ScenarioCaller caller = talking();
    boss.does(LISTEN, "alice").listensTo("alice");
    caller.talksWith("alice");
    boss.hangsUp();
    caller.talksWith("alice");
    nothingIsLeft();
    SupervisionFact.Ended ended = centre.last(SupervisionFact.Ended.class);
    assertEquals(SupervisionEnd.SUPERVISOR, ended.end());
    assertEquals("boss", ended.author().value());
    assertEquals("boss", centre.last(SupervisionFact.Listened.class).author().value());
  }

  @Test
  void fromListeningToWhisperingToTheMiddleAndBackWithoutANewCall() {
    talking();
    boss.does(LISTEN, "alice").listensTo("alice");
    boss.does(WHISPER, "alice").whispersTo("alice");
    boss.does(BARGE, "alice").isInTheTalkOf("alice");
    boss.does(LISTEN, "alice").listensTo("alice");
    boss.does(BARGE, "alice").isInTheTalkOf("alice");
    boss.does(WHISPER, "alice").whispersTo("alice");
    boss.does(LISTEN, "alice").listensTo("alice");
    assertEquals(1, centre.count(SupervisionFact.Asked.class));
    boss.leaves("alice");
    nothingIsLeft();
  }

  @Test
  void aSupervisorTakesOverAndTheAgentWrapsUp() {
    ScenarioCaller caller = talking();
    boss.does(WHISPER, "alice").does(TAKE_OVER, "alice").talksWith(caller);
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    assertEquals(TalkEnd.HANDED_ON, centre.last(QueueFact.EntryCompleted.class).end());
    caller.hangsUp();
    nothingIsLeft();
  }

  @Test
  void aSupervisorTakesOverFromWhereverTheyAre() {
    for (SupervisionMode before : List.of(LISTEN, WHISPER, BARGE)) {
      ScenarioCaller caller = talking();
      boss.does(before, "alice").does(TAKE_OVER, "alice").talksWith(caller);
      alice.is(AgentState.WRAP_UP).endsWrapUp().signsOut();
      caller.hangsUp();
      nothingIsLeft();
    }
  }

  @Test
  void aSupervisorWhoHangsUpAfterTakingOverLetsTheCallerGo() {
    ScenarioCaller caller = talking();
    boss.does(TAKE_OVER, "alice").talksWith(caller);
    boss.hangsUp();
    caller.isGone();
    nothingIsLeft();
  }

  @Test
  void aCallerOnHoldCanBeTakenOver() {
    ScenarioCaller caller = talking();
    alice.holds();
    boss.does(TAKE_OVER, "alice").talksWith(caller);
    assertTrue(centre.centre().talks().books().talks().isEmpty());
  }

  @Test
  void whoeverOfTheTalkHangsUpEndsTheSupervisorsPartToo() {
    for (SupervisionMode mode : List.of(LISTEN, WHISPER, BARGE)) {
      ScenarioCaller caller = talking();
      boss.does(mode, "alice");
      caller.hangsUp();
      nothingIsLeft();
      assertEquals(SupervisionEnd.TALK_OVER, centre.last(SupervisionFact.Ended.class).end());
      alice.is(AgentState.WRAP_UP).endsWrapUp();

      ScenarioCaller next = centre.callerRings("500");
      alice.answers();
      boss.does(mode, "alice");
      alice.hangsUp();
      next.isGone();
      nothingIsLeft();
      alice.endsWrapUp().signsOut();
    }
  }

  @Test
  void aTalkThatEndsWhileTheSupervisorsTelephoneRingsStopsTheRinging() {
    ScenarioCaller caller = talking();
    boss.asksTo(LISTEN, "alice");
    assertEquals("Telephone 1009 still rings: answer it.", boss.isRefusedTo(WHISPER, "alice"));
    caller.hangsUp();
    nothingIsLeft();
  }

  @Test
  void aTelephoneThatIsNotAnsweredIsGivenUp() {
    ScenarioCaller caller = talking();
    boss.asksTo(BARGE, "alice");
    centre.passes(25);
    nothingIsLeft();
    assertEquals(SupervisionEnd.NOT_ANSWERED, centre.last(SupervisionFact.Ended.class).end());
    caller.talksWith("alice");
  }

  @Test
  void anOpenTelephoneCanBeHeardToo() {
    ScenarioAgent dave = centre.agent("dave").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    boss.does(WHISPER, "dave").whispersTo("dave");
    caller.hangsUp();
    nothingIsLeft();
    dave.rests();
    assertEquals(List.of(), centre.edge().snoopsOn(dave.agent().leg()));
  }

  @Test
  void twoSupervisorsMayListenButOnlyOneSpeaks() {
    ScenarioCaller caller = talking();
    boss.does(WHISPER, "alice");
    other.does(LISTEN, "alice").listensTo("alice");
    boss.whispersTo("alice");
    assertEquals(
        "boss speaks in this talk already: one at a time; listen instead.",
        other.isRefusedTo(BARGE, "alice"));
    boss.hangsUp();
    other.does(BARGE, "alice").isInTheTalkOf("alice");
    caller.hangsUp();
    other.isLeftAlone();
    nothingIsLeft();
  }

  @Test
  void whatCannotBeHeardIsRefusedWithTheReason() {
    assertEquals("Agent alice talks with nobody.", boss.isRefusedTo(LISTEN, "alice"));
    assertEquals("No agent zoe.", boss.isRefusedTo(LISTEN, "zoe"));
    talking();
    assertEquals("No telephone 4711.", centre.supervisor("x", "4711").isRefusedTo(LISTEN, "alice"));
    assertEquals(
        "Telephone 1001 is busy.", centre.supervisor("x", "1001").isRefusedTo(LISTEN, "alice"));
    boss.does(LISTEN, "alice");
    assertEquals("boss does so already: listening.", boss.isRefusedTo(LISTEN, "alice"));
  }

  @Test
  void theAgentIsToldWhereThePolicySaysSo() {
    centre.tell(
        new SupervisionInput.PolicyRead(
            new SupervisionPolicy(List.of(Prompt.sound("beep")), 20_000, 1)));
    talking();
    boss.does(LISTEN, "alice");
    assertEquals("beep", centre.last(CallFact.PromptStarted.class).prompts().getFirst().text());
    assertEquals("alice", centre.last(SupervisionFact.AgentTold.class).agent().value());
    boss.does(WHISPER, "alice");
    assertEquals(1, centre.count(SupervisionFact.AgentTold.class));
    assertEquals("1 supervisors attend this talk already.", other.isRefusedTo(LISTEN, "alice"));
  }

  @Test
  void aRestartChangesNothing() {
    ScenarioCaller caller = talking();
    boss.does(WHISPER, "alice");
    centre.dies();
    centre.comesBack();
    boss.whispersTo("alice");
    boss.does(LISTEN, "alice");
    centre.comesBackFromSnapshot();
    boss.listensTo("alice");
    boss.does(TAKE_OVER, "alice").talksWith(caller);
    centre.dies();
    centre.comesBack();
    boss.talksWith(caller);
  }

  @Test
  void aNodeThatIsAwayWhileTheTalkEndsLeavesNobodyListening() {
    ScenarioCaller caller = talking();
    boss.does(LISTEN, "alice");
    centre.passes(5);
    centre.edge().isCutOff();
    caller.hangsUp();
    centre.edge().isBack();
    centre.passes(5);
    nothingIsLeft();
  }

  @Test
  void aNodeThatRestartsLeavesNobodyListening() {
    talking();
    boss.does(BARGE, "alice");
    centre.passes(5);
    centre.edge().crashes();
    centre.edge().isBack();
    nothingIsLeft();
  }

  @Test
  void aLegThatCannotBeMadeToHearByLetsTheSupervisorGo() {
    ScenarioCaller caller = talking();
    centre.edge().refuses(CallCommand.SnoopLeg.class, 500);
    boss.does(LISTEN, "alice");
    nothingIsLeft();
    assertEquals(SupervisionEnd.LOST, centre.last(SupervisionFact.Ended.class).end());
    caller.talksWith("alice");
  }

  @Test
  void aBridgeThatIsLostIsMadeAgain() {
    ScenarioCaller caller = talking();
    for (SupervisionMode mode : List.of(LISTEN, WHISPER)) {
      boss.does(mode, "alice");
      var bridge = centre.centre().supervisions().books().all().iterator().next().bridge();
      assertNotNull(bridge);
      centre.edge().losesBridge(bridge);
    }
    boss.whispersTo("alice");
    caller.talksWith("alice");
  }

  @Test
  void aCallerWhoIsHandedOnTakesTheSupervisorNowhere() {
    ScenarioCaller caller = talking();
    boss.does(BARGE, "alice");
    alice.handsToQueue("sales");
    nothingIsLeft();
    caller.waits();
  }

  @Test
  void whatIsToldLateOrTwiceDoesNoHarm() {
    ScenarioCaller caller = talking();
    boss.does(LISTEN, "alice");
    var snoop = centre.last(SupervisionFact.Listened.class).snoop();
    centre
        .edge()
        .tells(new org.ringmaster.core.call.CallInput.LegEntered(ScenarioPlan.EDGE, snoop));
    boss.does(WHISPER, "alice");
    centre
        .edge()
        .tells(
            new org.ringmaster.core.call.CallInput.LegGone(
                ScenarioPlan.EDGE, snoop, HangupCause.NORMAL));
    boss.whispersTo("alice");
    caller.talksWith("alice");
  }
}
