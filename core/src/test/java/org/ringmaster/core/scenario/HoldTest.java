// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class HoldTest {
  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .queue(ScenarioQueue.named("sales").servedBy("alice", "dave").wrapUpSeconds(10));
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");

  private ScenarioCaller talking() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    caller.talksWith("alice");
    return caller;
  }

  @Test
  void aCallerOnHoldHearsMusicUntilTheAgentTakesThemBack() {
    ScenarioCaller caller = talking();
    alice.holds();
    caller.waits();
    alice.is(AgentState.ON_CALL);
    centre.passes(30);
    alice.resumes();
    caller.talksWith("alice");
    assertEquals(2, centre.count(CallFact.LegHeld.class));
    caller.hangsUp();
    alice.is(AgentState.WRAP_UP).isLeftAlone();
  }

  @Test
  void whoIsOnHoldCannotBeHeldAgainAndWhoTalksNotTakenBack() {
    talking();
    assertEquals("Agent alice cannot resume: nobody is on hold.", alice.isRefusedToResume());
    alice.holds();
    assertEquals("The customer is on hold already.", alice.isRefusedToHold());
  }

  @Test
  void whoHasNoCallCannotHold() {
    assertEquals("Agent alice is not signed in.", alice.isRefusedToHold());
    alice.signsIn();
    assertEquals("Agent alice has no call in hand: they are available.", alice.isRefusedToHold());
  }

  @Test
  void theTelephonesOwnKeyDoesTheSame() {
    ScenarioCaller caller = talking();
    alice.pressesHold(true);
    caller.waits();
    assertTrue(alice.isRefusedToResume().contains("telephone's own key"));
    alice.pressesHold(false);
    caller.talksWith("alice");
  }

  @Test
  void aCallerWhoGivesUpOnHoldIsGoneAndTheAgentWrapsUp() {
    ScenarioCaller caller = talking();
    alice.holds();
    caller.hangsUp();
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    assertEquals(TalkEnd.CALLER, centre.last(QueueFact.EntryCompleted.class).end());
    assertTrue(centre.centre().talks().books().talks().isEmpty());
  }

  @Test
  void anAgentWhoHangsUpWhileTheyHoldEndsTheCall() {
    ScenarioCaller caller = talking();
    alice.holds();
    alice.hangsUp();
    caller.isGone();
    alice.is(AgentState.WRAP_UP);
  }

  @Test
  void anOpenTelephoneThatHeldStartsTheNextCallWithoutHold() {
    ScenarioAgent dave = centre.agent("dave").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.talksWith("dave");
    dave.holds();
    caller.waits();
    caller.hangsUp();
    dave.rests();
    assertEquals(false, centre.last(CallFact.LegHeld.class).held());
  }

  @Test
  void aRestartInTheMiddleOfAHoldChangesNothing() {
    ScenarioCaller caller = talking();
    alice.holds();
    centre.dies();
    centre.comesBack();
    caller.waits();
    alice.resumes();
    caller.talksWith("alice");
    alice.holds();
    centre.comesBackFromSnapshot();
    alice.resumes();
    caller.talksWith("alice");
  }

  @Test
  void aNodeThatLosesTheAgentsLegWhileTheyHoldLetsTheCallerGo() {
    ScenarioCaller caller = talking();
    alice.holds();
    centre.passes(5);
    centre.edge().isCutOff();
    caller.hangsUp();
    centre.edge().isBack();
    alice.is(AgentState.WRAP_UP).isLeftAlone();
  }

  @Test
  void aHoldThatIsToldLateOrTwiceDoesNoHarm() {
    ScenarioCaller caller = talking();
    var leg = centre.last(CallFact.LegEntered.class).leg();
    centre.edge().tells(new CallInput.LegHeld(ScenarioPlan.EDGE, leg, true));
    centre.edge().tells(new CallInput.LegHeld(ScenarioPlan.EDGE, leg, true));
    caller.waits();
    centre.edge().tells(new CallInput.LegHeld(ScenarioPlan.EDGE, leg, false));
    centre.edge().tells(new CallInput.LegHeld(ScenarioPlan.EDGE, leg, false));
    caller.talksWith("alice");
  }

  @Test
  void aCallerWhoIsHandedToAQueueKeepsTheWaitTheyHaveEarned() {
    plan.queue(ScenarioQueue.named("support").servedBy("bob")).number("501", "support");
    centre.rereads(plan);
    ScenarioCaller before = centre.callerRings("500");
    centre.passes(40);
    alice.signsIn();
    alice.answers();
    before.talksWith("alice");
    ScenarioCaller other = centre.callerRings("501");
    centre.passes(20);
    alice.handsToQueue("support");
    before.waits();
    alice.is(AgentState.WRAP_UP).isLeftAlone();
    assertEquals(40_000, centre.last(QueueFact.EntryJoined.class).creditMillis());
    assertEquals(TalkEnd.HANDED_ON, centre.last(QueueFact.EntryCompleted.class).end());
    centre.agent("bob").signsIn().answers();
    before.talksWith("bob");
    other.waits();
  }

  @Test
  void aQueueThatIsFullOrUnknownOrEmptyIsRefusedAndTheTalkGoesOn() {
    plan.queue(ScenarioQueue.named("small").servedBy("bob").atMost(1)).number("501", "small");
    centre.rereads(plan);
    ScenarioCaller caller = talking();
    centre.callerRings("501");
    assertEquals("Queue small is full: 1 wait there.", alice.isRefusedToHandToQueue("small"));
    assertEquals("No queue nowhere.", alice.isRefusedToHandToQueue("nowhere"));
    caller.talksWith("alice");
  }

  @Test
  void whoIsOnHoldCanBeHandedToAQueueAtOnce() {
    plan.queue(ScenarioQueue.named("support").servedBy("bob"));
    centre.rereads(plan);
    centre.agent("bob").signsIn();
    ScenarioCaller caller = talking();
    alice.holds();
    alice.handsToQueue("support");
    assertTrue(centre.agent("bob").isRung());
    caller.waits();
    centre.agent("bob").answers();
    caller.talksWith("bob");
    caller.hangsUp();
    centre.agent("bob").is(AgentState.AVAILABLE);
  }
}
