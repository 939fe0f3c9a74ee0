// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.AutoPause;
import org.ringmaster.core.agent.PauseLimit;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.agent.PauseReasons;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.desk.DeskFact;
import org.ringmaster.core.desk.DeskInput;
import org.ringmaster.core.desk.Disposition;
import org.ringmaster.core.desk.DispositionRule;
import org.ringmaster.core.desk.Dispositions;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WorkRules;
import org.ringmaster.core.steering.SteeringInput;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** What queues ask of agents beside answering, and how much of a pause is allowed. */
class AgentRulesTest {
  private static final AgentId ALICE = new AgentId("alice");
  private static final Disposition SOLD = new Disposition("sold");
  private static final Disposition LATER = new Disposition("later");
  private static final Disposition NONE = new Disposition("none");
  private static final PauseReason LUNCH = new PauseReason("lunch");
  private static final int MINUTE = 60;
  private static final long MILLIS = 1_000;

  private final ScenarioPlan plan = ScenarioPlan.standard();
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent bob = centre.agent("bob");

  private void rules(WorkRules rules, int wrapUpSeconds) {
    plan.queue(
        ScenarioQueue.named("sales")
            .servedBy("alice", "bob")
            .wrapUpSeconds(wrapUpSeconds)
            .ringSeconds(10)
            .retrySeconds(1)
            .rules(rules));
    centre.rereads(plan);
  }

  // Forced dispositions.

  private void mustSay(int wrapUpSeconds) {
    rules(new WorkRules(AutoPause.NONE, 120 * MILLIS, 30 * MILLIS, 1), wrapUpSeconds);
    centre.tell(
        new DeskInput.DispositionsRead(
            new Dispositions(
                List.of(SOLD, LATER, NONE),
                List.of(new DispositionRule(new QueueId("sales"), List.of(SOLD, NONE), NONE)))));
  }

  private ScenarioCaller aliceTalks() {
    alice.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    return caller;
  }

  private Answer says(Disposition what) {
    return centre.tell(
        new DeskInput.Dispose(ALICE, centre.last(QueueFact.EntryConnected.class).call(), what));
  }

  private static String why(Answer answer) {
    return assertInstanceOf(Answer.Refused.class, answer).why();
  }

  @Test
  void anAgentStaysInWrapUpUntilTheyHaveSaidWhatItWas() {
    mustSay(0);
    aliceTalks().hangsUp();
    centre.passes(60);
    alice.is(AgentState.WRAP_UP);
    assertEquals(
        "Agent alice must say first what the contact was.",
        why(centre.tell(new AgentInput.EndWrapUp(ALICE))));
    assertEquals("Queue sales has no disposition later; it has sold, none.", why(says(LATER)));
    assertInstanceOf(Answer.Accepted.class, says(SOLD));
    alice.is(AgentState.AVAILABLE);
    assertEquals(0, centre.count(DeskFact.DispositionDefaulted.class));
  }

  @Test
  void whoSaysItEarlyHasTheUsualWrapUp() {
    mustSay(10);
    aliceTalks().hangsUp();
    says(SOLD);
    alice.is(AgentState.WRAP_UP);
    centre.passes(10);
    alice.is(AgentState.AVAILABLE);
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    says(SOLD);
    caller.hangsUp();
    alice.is(AgentState.WRAP_UP);
    centre.passes(10);
    alice.is(AgentState.AVAILABLE);
  }

  @Test
  void whoDoesNotSayItInTimeHasTheQueuesOwnWordAndIsFree() {
    mustSay(0);
    aliceTalks().hangsUp();
    centre.dies();
    centre.comesBackFromSnapshot();
    centre.passes(120);
    alice.is(AgentState.AVAILABLE);
    assertEquals(NONE, centre.last(DeskFact.DispositionDefaulted.class).disposition());
    assertEquals(NONE, centre.last(DeskFact.Disposed.class).disposition());
    assertNull(centre.centre().roster().books().owedBy(ALICE));
  }

  @Test
  void aPauseAndASignOutWaitForTheDispositionUnlessASupervisorWantsItNow() {
    mustSay(0);
    aliceTalks().hangsUp();
    alice.pauses("lunch").is(AgentState.WRAP_UP);
    says(SOLD);
    alice.isPausedFor("lunch").unpauses();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    caller.hangsUp();
    alice.signsOut().is(AgentState.WRAP_UP);
    centre.tell(
        new SteeringInput.SignOutAgent(ALICE, true, SteeringInput.UNSEEN, new Author("sue")));
    alice.is(AgentState.SIGNED_OUT);
    assertEquals(NONE, centre.last(DeskFact.DispositionDefaulted.class).disposition());
  }

  @Test
  void whoAskedToSignOutIsGoneAfterACallerCameBackToThemInVain() {
    mustSay(0);
    bob.signsIn();
    aliceTalks();
    alice.handsTo(Destination.agent(new AgentId("bob")));
    alice.signsOut().is(AgentState.WRAP_UP);
    bob.declines();
    alice.is(AgentState.OFFERED).declines();
    alice.is(AgentState.SIGNED_OUT);
  }

  @Test
  void whoMustStillSayItCallsNobodyMeanwhile() {
    plan.allowsNumber("_+49X.", "carrier");
    mustSay(0);
    bob.signsIn().pauses("lunch");
    aliceTalks().hangsUp();
    for (TalkInput wish :
        List.of(
            new TalkInput.Dial(ALICE, "+493099", "alice"),
            new TalkInput.DialAgent(ALICE, new AgentId("bob"), "alice"))) {
      assertEquals("Agent alice must say first what the contact was.", why(centre.tell(wish)));
    }
    alice.dials("+493099");
    alice.is(AgentState.WRAP_UP);
  }

  @Test
  void nobodyMustSayAnythingOfATalkThatNeverWas() {
    mustSay(0);
    alice.signsIn();
    centre.callerRings("500").hangsUp();
    alice.is(AgentState.AVAILABLE);
  }

  @Test
  void anExtendedWrapUpLastsLongerAlsoWhenItHasBeenSaidWhatItWas() {
    mustSay(10);
    aliceTalks().hangsUp();
    assertInstanceOf(Answer.Accepted.class, centre.tell(new AgentInput.ExtendWrapUp(ALICE)));
    assertEquals(
        "Agent alice may not extend this wrap-up again.",
        why(centre.tell(new AgentInput.ExtendWrapUp(ALICE))));
    says(SOLD);
    centre.passes(39);
    alice.is(AgentState.WRAP_UP);
    centre.passes(1);
    alice.is(AgentState.AVAILABLE);
    assertEquals(
        "Agent alice is not in wrap-up.", why(centre.tell(new AgentInput.ExtendWrapUp(ALICE))));
  }

  // Agents who do not answer.

  private void missesOne() {
    centre.callerRings("500");
    centre.passes(10);
  }

  @Test
  void anAgentIsPausedAfterSoManyCallsInARowThatRangInVain() {
    rules(new WorkRules(new AutoPause(2, 0, 1), 0, 0, 0), 0);
    alice.signsIn();
    missesOne();
    alice.is(AgentState.AVAILABLE);
    centre.passes(1);
    alice.answers();
    alice.hangsUp();
    missesOne();
    alice.is(AgentState.AVAILABLE);
    centre.passes(11);
    alice.isPausedFor("no-answer").unpauses();
    centre.passes(11);
    alice.is(AgentState.AVAILABLE);
  }

  @Test
  void busyTelephonesAreCountedApartFromThoseThatRingInVain() {
    rules(new WorkRules(new AutoPause(0, 2, 1), 0, 0, 0), 0);
    alice.signsIn();
    centre.callerRings("500");
    alice.declines();
    alice.is(AgentState.AVAILABLE);
    centre.passes(11);
    alice.is(AgentState.AVAILABLE);
    centre.passes(1);
    alice.declines();
    alice.isPausedFor("busy");
  }

  @Test
  void whoCannotBeReachedIsPausedOnlyAfterSoManyCallsWhereTheQueueSaysSo() {
    rules(new WorkRules(new AutoPause(0, 0, 2), 0, 0, 0), 0);
    alice.signsIn();
    centre.callerRings("500");
    centre.edge().ends("1001", HangupCause.CONGESTION);
    alice.is(AgentState.AVAILABLE);
    centre.passes(1);
    centre.edge().ends("1001", HangupCause.CONGESTION);
    alice.isPausedFor("telephone-lost");
  }

  // Pauses.

  private void allows(PauseLimit limit) {
    centre.tell(
        new AgentInput.PauseReasonsRead(
            new PauseReasons(
                List.of(
                    new PauseReasons.Code(LUNCH, 1, limit),
                    new PauseReasons.Code(new PauseReason("training"), 2)))));
  }

  private String refusedLunch(String agent) {
    return why(centre.tell(new AgentInput.Pause(new AgentId(agent), LUNCH)));
  }

  @Test
  void onlySoManyMayHaveAPauseAtOnce() {
    allows(new PauseLimit(0, 0, 1, 0, true));
    alice.signsIn().pauses("lunch");
    bob.signsIn();
    assertEquals("Only 1 may be paused for lunch at once: try again later.", refusedLunch("bob"));
    bob.dials("*121");
    bob.is(AgentState.AVAILABLE);
    alice.unpauses();
    bob.pauses("lunch").isPausedFor("lunch");
  }

  @Test
  void onlySoManyOfAQueueMayAndASupervisorIsNotRefusedButItIsRecorded() {
    allows(new PauseLimit(0, 0, 0, 1, true));
    plan.queue(ScenarioQueue.named("help").servedBy("bob", "carol"));
    plan.queue(ScenarioQueue.named("sales").servedBy("alice"));
    centre.rereads(plan);
    alice.signsIn().pauses("lunch");
    bob.signsIn().pauses("lunch");
    centre.agent("carol").signsIn();
    assertEquals(
        "Only 1 of a queue may be paused for lunch at once: try again later.",
        refusedLunch("carol"));
    assertEquals(0, centre.count(AgentFact.PauseOverrun.class));
    centre.tell(
        new SteeringInput.PauseAgent(
            new AgentId("carol"), LUNCH, SteeringInput.UNSEEN, new Author("sue")));
    assertEquals(PauseLimit.Kind.OF_QUEUE, centre.last(AgentFact.PauseOverrun.class).kind());
  }

  @Test
  void aPauseThatLastsTooLongIsRecordedOnce() {
    allows(new PauseLimit(15 * MINUTE * MILLIS, 0, 0, 0, true));
    alice.signsIn().pauses("lunch");
    centre.passes(10 * MINUTE);
    centre.dies();
    centre.comesBackFromSnapshot();
    assertEquals(0, centre.count(AgentFact.PauseOverrun.class));
    centre.passes(5 * MINUTE);
    assertEquals(PauseLimit.Kind.LENGTH, centre.last(AgentFact.PauseOverrun.class).kind());
    centre.passes(60 * MINUTE);
    assertEquals(1, centre.count(AgentFact.PauseOverrun.class));
    alice.isPausedFor("lunch");
  }

  @Test
  void aPauseThatBecameTooLongWhileNobodyWasThereIsRecordedAfterwardsOnce() {
    allows(new PauseLimit(15 * MINUTE * MILLIS, 0, 0, 0, true));
    alice.signsIn().pauses("lunch");
    centre.dies();
    centre.passes(20 * MINUTE);
    centre.comesBackFromSnapshot();
    centre.passes(1);
    assertEquals(PauseLimit.Kind.LENGTH, centre.last(AgentFact.PauseOverrun.class).kind());
    centre.dies();
    centre.comesBackFromSnapshot();
    centre.passes(60);
    assertEquals(1, centre.count(AgentFact.PauseOverrun.class));
  }

  @Test
  void whatADayHasOfAPauseIsUsedUpAndTheNextDayHasItAgain() {
    allows(new PauseLimit(0, 30 * MINUTE * MILLIS, 0, 0, true));
    alice.signsIn().pauses("lunch");
    centre.passes(20 * MINUTE);
    alice.unpauses().pauses("lunch");
    assertEquals(0, centre.count(AgentFact.PauseOverrun.class));
    centre.passes(10 * MINUTE);
    assertEquals(PauseLimit.Kind.DAY, centre.last(AgentFact.PauseOverrun.class).kind());
    alice.unpauses();
    assertEquals(
        "Agent alice has had the 30 minutes of lunch that a day has.", refusedLunch("alice"));
    alice.pauses("training").unpauses();
    centre.passes(24 * 60 * MINUTE);
    alice.pauses("lunch").isPausedFor("lunch");
    assertTrue(centre.count(AgentFact.PauseOverrun.class) == 1);
  }
}
