// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.agent.PauseReasons;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class StarCodeTest {
  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .queue(ScenarioQueue.named("sales").servedBy("alice", "frank").wrapUpSeconds(60));
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent frank = centre.agent("frank");

  private String said() {
    List<CallCommand.Play> plays = centre.commands(CallCommand.Play.class);
    return plays.get(plays.size() - 1).prompts().get(0).text();
  }

  @Test
  void starTenSignsTheOwnerOfTheTelephoneIn() {
    alice.dials("*10");
    alice.is(AgentState.AVAILABLE);
    assertEquals("agent-loginok", said());
    centre.passes(2);
    alice.isLeftAlone();
  }

  @Test
  void theTelephoneIsNotRungWhileItsCodeIsStillBeingConfirmed() {
    ScenarioCaller caller = centre.callerRings("500");
    alice.dials("*10");
    assertFalse(alice.isRung());
    centre.passes(2);
    assertTrue(alice.isRung());
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void starElevenSignsOut() {
    alice.signsIn().dials("*11");
    alice.is(AgentState.SIGNED_OUT);
    assertEquals("agent-loggedoff", said());
  }

  @Test
  void starTwelvePausesWithTheReasonDialled() {
    alice.signsIn().dials("*12");
    alice.isPausedFor("pause");
    alice.dials("*123");
    alice.isPausedFor("3");
  }

  @Test
  void whereReasonsAreConfiguredADigitStandsForOneAndOthersAreRefused() {
    centre.tell(
        new AgentInput.PauseReasonsRead(
            new PauseReasons(
                List.of(
                    new PauseReasons.Code(new PauseReason("break"), 1),
                    new PauseReasons.Code(new PauseReason("training"), 2)))));
    alice.signsIn().dials("*122");
    alice.isPausedFor("training");
    alice.dials("*129");
    assertEquals("pbx-invalid", said());
    alice.isPausedFor("training").pauses("break").isPausedFor("break");
    alice.dials("*12");
    alice.isPausedFor("pause");
    assertEquals(
        new Answer.Refused("No pause reason is called lunch; there are break, training."),
        centre.tell(new AgentInput.Pause(new AgentId("alice"), new PauseReason("lunch"))));
  }

  @Test
  void starThirteenEndsThePause() {
    alice.signsIn().pauses("lunch").dials("*13");
    alice.is(AgentState.AVAILABLE);
    assertEquals("de-activated", said());
    alice.dials("*13");
    assertEquals("agent-incorrect", said());
  }

  @Test
  void starFourteenEndsTheWrapUp() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    caller.hangsUp();
    alice.is(AgentState.WRAP_UP).dials("*14");
    alice.is(AgentState.AVAILABLE);
  }

  @Test
  void anUnknownCodeAndACodeFromATelephoneOfNobodyAreToldSo() {
    alice.dials("*12");
    assertEquals("agent-incorrect", said());
    alice.signsIn().dials("*99");
    assertEquals("pbx-invalid", said());
    assertEquals(0, centre.count(QueueFact.Turned.class));
  }

  @Test
  void aSharedTelephoneAsksForTheAgentsNumber() {
    LegId leg = frank.dialsOn("1009", "*10");
    assertEquals("agent-user", said());
    frank.pressesOn(leg, "2006#");
    frank.is(AgentState.AVAILABLE);
    assertEquals("1009", frank.agent().telephone().value());
    assertEquals("agent-loginok", said());
  }

  @Test
  void theFirstDigitStopsThePrompt() {
    LegId leg = frank.dialsOn("1009", "*10");
    frank.pressesOn(leg, "2");
    assertEquals(1, centre.commands(CallCommand.StopPlay.class).size());
  }

  @Test
  void withoutTheEndingKeyTheNumberCountsWhenNoMoreDigitsCome() {
    LegId leg = frank.dialsOn("1009", "*10");
    frank.pressesOn(leg, "2006");
    frank.is(AgentState.SIGNED_OUT);
    centre.passes(5);
    frank.is(AgentState.AVAILABLE);
  }

  @Test
  void eachDigitGivesMoreTime() {
    LegId leg = frank.dialsOn("1009", "*10");
    centre.passes(9);
    for (String digit : List.of("2", "0", "0", "6")) {
      frank.pressesOn(leg, digit);
      centre.passes(4);
    }
    frank.is(AgentState.SIGNED_OUT);
    centre.passes(1);
    frank.is(AgentState.AVAILABLE);
  }

  @Test
  void aWrongNumberOrNoneIsToldSo() {
    LegId leg = frank.dialsOn("1009", "*10");
    frank.pressesOn(leg, "1234#");
    assertEquals("agent-incorrect", said());
    centre.passes(5);
    frank.dialsOn("1009", "*10");
    centre.passes(10);
    assertEquals("agent-incorrect", said());
    frank.is(AgentState.SIGNED_OUT);
  }

  @Test
  void whoHangsUpWhileTypingIsSimplyGone() {
    LegId leg = frank.dialsOn("1009", "*10");
    frank.pressesOn(leg, "20");
    centre.edge().ends("1009", org.ringmaster.core.call.HangupCause.NORMAL);
    centre.passes(20);
    frank.is(AgentState.SIGNED_OUT);
    assertEquals(0, centre.edge().legs());
  }

  @Test
  void anotherAgentsNumberOnATelephoneThatIsTakenIsRefused() {
    frank.signsInOn("1009");
    LegId leg = alice.dialsOn("1009", "*10");
    alice.pressesOn(leg, "2001#");
    alice.is(AgentState.SIGNED_OUT);
    assertEquals("agent-incorrect", said());
  }

  @Test
  void digitsWhenNobodyAskedForThemAreOverheard() {
    ScenarioCaller caller = centre.callerRings("500");
    alice.pressesOn(caller.leg(), "123#");
    caller.waits();
    assertEquals(0, centre.count(AgentFact.SignedIn.class));
  }

  @Test
  void aTelephoneMayCallAQueueAsAnyCaller() {
    LegId leg = frank.dialsOn("1009", "500");
    alice.signsIn().answers();
    alice.is(AgentState.ON_CALL);
    centre.edge().ends(leg, org.ringmaster.core.call.HangupCause.NORMAL);
    alice.is(AgentState.WRAP_UP);
  }

  @Test
  void nobodyIsOfferedToThemselves() {
    alice.signsIn().dials("500");
    centre.passes(5);
    assertFalse(alice.isRung());
    alice.is(AgentState.AVAILABLE);
  }
}
