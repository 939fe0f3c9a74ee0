// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Gather;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.recording.RecordingAct;
import org.ringmaster.core.recording.RecordingFact;
import org.ringmaster.core.recording.RecordingInput;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.core.recording.RecordingState;
import org.ringmaster.core.recording.SceneKind;
import org.ringmaster.core.supervision.SupervisionMode;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.testing.ScenarioCaller;

class RecordingTest extends RecordingScenario {
  /** Takes every arrow of a recording's life, as the table of lives needs. */
  @SuppressWarnings("JUnitMethodInvoked")
  static void all() {
    new RecordingTest().onDemandItIsRecordedFromWhenSomebodyAsks();
    new RecordingTest().whatWasPausedBeforeACardIsPausedAfterIt();
    new RecordingTest().aRecordingEndsWithItsCallHoweverItStands();
    new RecordingTest().aCallHandedToAQueueOnDemandIsRecordedOnOnlyWhereSomebodyAsks();
  }

  @Test
  void aTalkOfAQueueThatIsRecordedIsRecordedFromItsBeginningToItsEnd() {
    ScenarioCaller caller = talking(RecordingPolicy.ALL);
    assertTrue(isRecorded());
    caller.hangsUp();
    assertEquals(List.of("+1 TALK alice", "-TALK_ENDED"), story());
    everyPartIsKept();
    RecordingFact.Began began = centre.last(RecordingFact.Began.class);
    assertEquals(new QueueId("sales"), began.queue());
    assertEquals(1, centre.count(RecordingFact.Ended.class));
  }

  @Test
  void aTalkOfAQueueThatIsNeverRecordedIsNotAndCannotBe() {
    ScenarioCaller caller = talking(RecordingPolicy.NEVER);
    assertEquals("Calls of queue sales are never recorded.", isRefusedTo(RecordingAct.START));
    caller.hangsUp();
    assertEquals(0, centre.count(CallFact.RecordingStarted.class));
    assertEquals(0, centre.count(RecordingFact.Began.class));
  }

  @Test
  void onDemandItIsRecordedFromWhenSomebodyAsks() {
    ScenarioCaller caller = talking(RecordingPolicy.ON_DEMAND);
    assertFalse(isRecorded());
    assertEquals("Call " + call() + " is not recorded.", isRefusedTo(RecordingAct.STOP));
    does(RecordingAct.START);
    assertTrue(isRecorded());
    assertEquals("Call " + call() + " is recorded already.", isRefusedTo(RecordingAct.START));
    does(RecordingAct.STOP);
    assertFalse(isRecorded());
    does(RecordingAct.START);
    caller.hangsUp();
    assertEquals(List.of("+1 ASKED alice", "-STOPPED", "+2 ASKED alice", "-TALK_ENDED"), story());
    assertEquals(ALICE, centre.last(RecordingFact.Began.class).author());
    everyPartIsKept();
  }

  @Test
  void aPauseLeavesOutWhatFollowsUntilItIsResumed() {
    ScenarioCaller caller = talking(RecordingPolicy.ALL);
    does(RecordingAct.PAUSE);
    assertFalse(isRecorded());
    assertEquals("The recording is paused already.", isRefusedTo(RecordingAct.PAUSE));
    does(RecordingAct.RESUME);
    assertTrue(isRecorded());
    assertEquals("The recording is not paused.", isRefusedTo(RecordingAct.RESUME));
    caller.hangsUp();
    assertEquals(List.of("+1 TALK alice", "-PAUSED", "+2 RESUMED alice", "-TALK_ENDED"), story());
    everyPartIsKept();
  }

  @Test
  void aForcedRecordingIsPausedForTheDigitsOfACardAlone() {
    ScenarioCaller caller = talking(RecordingPolicy.FORCED);
    String forced =
        "Calls of queue sales are always recorded: it is paused only while digits of a card are"
            + " taken.";
    assertEquals(forced, isRefusedTo(RecordingAct.PAUSE));
    assertEquals(forced, isRefusedTo(RecordingAct.STOP));
    does(RecordingAct.CARD);
    assertFalse(isRecorded());
    assertEquals(
        "Digits of a card are being taken: nothing is recorded meanwhile.",
        isRefusedTo(RecordingAct.STOP));
    does(RecordingAct.RESUME);
    assertTrue(isRecorded());
    caller.hangsUp();
    assertEquals(
        List.of("+1 TALK alice", "-CARD_DIGITS", "+2 CARD_DIGITS_TAKEN alice", "-TALK_ENDED"),
        story());
    everyPartIsKept();
  }

  @Test
  void whoForgetsToResumeAfterACardIsRecordedAgainAllTheSame() {
    talking(RecordingPolicy.FORCED);
    does(RecordingAct.CARD);
    centre.passes(179);
    assertFalse(isRecorded());
    centre.passes(2);
    assertTrue(isRecorded());
    assertEquals(
        0,
        centre.facts(RecordingFact.Resumed.class).stream().filter(f -> f.author() != null).count());
  }

  @Test
  void whatWasPausedBeforeACardIsPausedAfterIt() {
    talking(RecordingPolicy.ALL);
    does(RecordingAct.PAUSE);
    does(RecordingAct.CARD);
    centre.passes(181);
    assertFalse(isRecorded());
    assertEquals(
        RecordingState.PAUSED,
        java.util.Objects.requireNonNull(centre.centre().recordings().books().of(call())).state());
    does(RecordingAct.CARD);
    does(RecordingAct.RESUME);
    assertTrue(isRecorded());
    does(RecordingAct.PAUSE);
    does(RecordingAct.STOP);
    assertFalse(isRecorded());
  }

  @Test
  void nothingIsRecordedWhileThePlatformGathersDigitsThatAreNobodysBusiness() {
    ScenarioCaller caller = talking(RecordingPolicy.FORCED);
    centre.asks(
        decision ->
            centre
                .centre()
                .calls()
                .gather(
                    caller.leg(),
                    List.of(),
                    new Gather("card", 4, "#", 20_000, 10_000, true, null),
                    decision));
    assertFalse(isRecorded());
    assertEquals(
        "Digits of a card are being taken: it goes on by itself when that is over.",
        isRefusedTo(RecordingAct.RESUME));
    caller.presses("4111");
    assertTrue(isRecorded());
    assertEquals(List.of("+1 TALK alice", "-CARD_DIGITS", "+2 CARD_DIGITS_TAKEN alice"), story());
    centre.asks(
        decision ->
            centre
                .centre()
                .calls()
                .gather(
                    caller.leg(),
                    List.of(),
                    new Gather("card", 4, "#", 20_000, 10_000, true, null),
                    decision));
    caller.hangsUp();
    everyPartIsKept();
  }

  @Test
  void holdConsultConferenceAndTransferAreParts() {
    ScenarioCaller caller = talking(RecordingPolicy.ALL);
    alice.holds();
    assertFalse(isRecorded());
    alice.resumes();
    assertTrue(isRecorded());
    alice.consults(BOB);
    bob.answers();
    alice.talksAlone("bob");
    alice.swaps();
    alice.joinsAll();
    caller.hearsAll("alice", "bob");
    alice.completes();
    caller.talksWith("bob");
    caller.hangsUp();
    assertEquals(
        List.of(
            "+1 TALK alice",
            "-HELD",
            "+2 TAKEN_BACK alice",
            "-CONSULT",
            "+3 CONSULT alice",
            "-CONSULT",
            "+4 TAKEN_BACK alice",
            "-CONFERENCE",
            "+5 CONFERENCE alice",
            "-CONFERENCE",
            "+6 HANDED_ON bob",
            "-TALK_ENDED"),
        story());
    everyPartIsKept();
    assertEquals(1, centre.count(RecordingFact.Began.class), "one recording");
  }

  @Test
  void aCallerWhoIsParkedAndFetchedIsRecordedOn() {
    ScenarioCaller caller = talking(RecordingPolicy.ALL);
    alice.parks();
    assertFalse(isRecorded());
    bob.retrieves(701);
    bob.answers();
    caller.talksWith("bob");
    assertEquals(List.of("+1 TALK alice", "-PARKED", "+2 HANDED_ON bob"), story());
  }

  @Test
  void aCallerHandedToAQueueThatIsNeverRecordedIsRecordedNoMoreAndViceVersa() {
    ScenarioCaller caller = talking(RecordingPolicy.ALL);
    alice.handsToQueue("support");
    bob.answers();
    caller.talksWith("bob");
    assertFalse(isRecorded());
    bob.handsToQueue("sales");
    alice.answers();
    caller.talksWith("alice");
    assertTrue(isRecorded());
    caller.hangsUp();
    assertEquals(
        List.of("+1 TALK alice", "-HANDED_ON", "+2 TAKEN_BACK alice", "-TALK_ENDED"), story());
    everyPartIsKept();
  }

  @Test
  void aPauseIsTheAgentsWhoAskedForItAndEndsWithTheirTalk() {
    ScenarioCaller caller = talking(RecordingPolicy.ALL);
    centre.rereads(plan.recorded("support", RecordingPolicy.ALL));
    does(RecordingAct.PAUSE);
    alice.holds();
    alice.resumes();
    assertFalse(isRecorded());
    alice.handsToQueue("support");
    bob.answers();
    caller.talksWith("bob");
    assertTrue(isRecorded());
  }

  @Test
  void aSupervisorWhoTakesOverIsRecordedInTheAgentsPlace() {
    ScenarioCaller caller = talking(RecordingPolicy.ALL);
    var boss = centre.supervisor("boss", "1009");
    boss.does(SupervisionMode.BARGE, "alice");
    assertEquals(List.of("+1 TALK alice"), story(), "who joins in is in the same part");
    boss.does(SupervisionMode.TAKE_OVER, "alice").talksWith(caller);
    caller.hangsUp();
    assertEquals(
        List.of("+1 TALK alice", "-TAKEN_OVER", "+2 TAKEN_OVER null", "-TALK_ENDED"), story());
    everyPartIsKept();
  }

  @Test
  void aCallerPassedOnToANumberIsNotOursToRecord() {
    ScenarioCaller caller = talking(RecordingPolicy.FORCED);
    alice.handsTo(Destination.number("0301234"));
    centre.answersAt("0301234");
    caller.talksWithNumber("0301234");
    assertFalse(isRecorded());
    caller.hangsUp();
    assertEquals(List.of("+1 TALK alice", "-HANDED_ON"), story());
    everyPartIsKept();
  }

  @Test
  void callsThatAgentsMakeHaveAPolicyOfTheirOwn() {
    centre.rereads(plan.recorded(null, RecordingPolicy.ALL));
    alice.signsIn();
    alice.dialsOut("0301234");
    alice.answers();
    centre.answersAt("0301234");
    alice.talksWithNumber("0301234");
    assertTrue(isRecorded());
    alice.hangsUp();
    assertEquals(List.of("+1 TALK alice", "-TALK_ENDED"), story());
    everyPartIsKept();
  }

  @Test
  void anAgentRecordsAndPausesByKeysAndHearsWhetherItWasDone() {
    ScenarioCaller caller = talking(RecordingPolicy.ON_DEMAND);
    alice.presses("*1");
    assertTrue(isRecorded());
    assertEquals("beep", centre.last(CallFact.PromptStarted.class).prompts().get(0).text());
    alice.presses("*1");
    assertFalse(isRecorded());
    alice.presses("*1");
    assertTrue(isRecorded());
    alice.presses("*0");
    assertFalse(isRecorded());
    alice.presses("*0");
    assertTrue(isRecorded());
    caller.hangsUp();
    assertEquals(
        List.of(
            "+1 ASKED alice",
            "-PAUSED",
            "+2 RESUMED alice",
            "-CARD_DIGITS",
            "+3 CARD_DIGITS_TAKEN alice",
            "-TALK_ENDED"),
        story());
  }

  @Test
  void aKeyThatMayNotBePressedSaysSo() {
    talking(RecordingPolicy.NEVER);
    alice.presses("*1");
    alice.presses("*0");
    assertEquals(0, centre.count(RecordingFact.Began.class));
  }

  @Test
  void callerAndAgentAreToldWhenItBeginsAndTheNextAgentToo() {
    centre.rereads(plan.told("sales", "this-call-is-recorded", "beep"));
    alice.signsIn();
    bob.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    alice.answers();
    assertEquals(3, centre.count(CallFact.PromptStarted.class), "both, and the agent's beep");
    assertTrue(centre.last(RecordingFact.Told.class).caller());
    centre.passes(5);
    alice.consults(BOB);
    bob.answers();
    alice.completes();
    caller.talksWith("bob");
    assertEquals(new AgentId("bob"), centre.last(RecordingFact.Told.class).agent());
    assertFalse(centre.last(RecordingFact.Told.class).caller());
  }

  @Test
  void aConfigurationThatIsReadAgainCountsAtOnce() {
    talking(RecordingPolicy.ALL);
    centre.rereads(plan.recorded("sales", RecordingPolicy.NEVER));
    assertFalse(isRecorded());
    centre.rereads(plan.recorded("sales", RecordingPolicy.ALL));
    assertTrue(isRecorded());
    assertEquals(List.of("+1 TALK alice", "-NOT_RECORDED", "+2 TALK alice"), story());
  }

  @Test
  void aConsultationIsAPartOfItsOwnKind() {
    talking(RecordingPolicy.ALL);
    alice.consults(BOB);
    bob.answers();
    assertEquals(SceneKind.CONSULT, centre.last(RecordingFact.PartBegan.class).scene());
  }

  @Test
  void aRecordingEndsWithItsCallHoweverItStands() {
    for (RecordingAct act : List.of(RecordingAct.PAUSE, RecordingAct.STOP, RecordingAct.CARD)) {
      ScenarioCaller caller = talking(RecordingPolicy.ALL);
      does(act);
      caller.hangsUp();
      everyPartIsKept();
      alice.signsOut();
      bob.signsOut();
    }
  }

  @Test
  void aCallHandedToAQueueOnDemandIsRecordedOnOnlyWhereSomebodyAsks() {
    centre.rereads(plan.recorded("support", RecordingPolicy.ON_DEMAND));
    ScenarioCaller caller = talking(RecordingPolicy.ALL);
    alice.handsToQueue("support");
    bob.answers();
    caller.talksWith("bob");
    assertFalse(isRecorded());
    Answer answer =
        centre.tell(new RecordingInput.Ask(null, call(), RecordingAct.START, new Author("boss")));
    assertInstanceOf(Answer.Accepted.class, answer);
    assertTrue(isRecorded());
  }
}
