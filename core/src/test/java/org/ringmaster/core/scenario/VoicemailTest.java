// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.file.FileInput;
import org.ringmaster.core.file.FileUse;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.journey.TouchpointEnd;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.Reason;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.routing.Emptiness;
import org.ringmaster.core.testing.ManualFiles;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;
import org.ringmaster.core.voicemail.Message;
import org.ringmaster.core.voicemail.MessageEnd;
import org.ringmaster.core.voicemail.MessageId;
import org.ringmaster.core.voicemail.MessageState;
import org.ringmaster.core.voicemail.VoicemailFact;
import org.ringmaster.core.voicemail.VoicemailInput;

/** A caller leaves a message, whatever happens meanwhile. */
class VoicemailTest {
  private static final String ANNA = "+4930111111";
  private static final Author BOSS = new Author("boss");

  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .queue(sales())
          .voicemail("sales", 2)
          .allowsNumber("_+49X.", "carrier");
  private final ScenarioCentre centre = ScenarioCentre.open(plan);

  private static ScenarioQueue sales() {
    return ScenarioQueue.named("sales").servedBy("alice").key("9", WaitChoice.VOICEMAIL);
  }

  private ScenarioCaller speaks() {
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.presses("9");
    centre.passes(2);
    anna.isRecorded();
    return anna;
  }

  private Message leaves() {
    ScenarioCaller anna = speaks();
    centre.passes(12);
    anna.presses("#");
    centre.passes(2);
    anna.isGone();
    return theOne();
  }

  private Message theOne() {
    List<Message> all = List.copyOf(centre.centre().voicemails().books().messages());
    assertEquals(1, all.size(), "messages");
    return all.getFirst();
  }

  private void nothingWasLeft(MessageEnd why) {
    assertEquals(why, centre.last(VoicemailFact.NotLeft.class).end());
    assertEquals(0, centre.count(VoicemailFact.Left.class));
    assertEquals(List.of(), List.copyOf(centre.centre().voicemails().books().messages()));
  }

  private static String refusal(@Nullable Answer answer) {
    return assertInstanceOf(Answer.Refused.class, answer).why();
  }

  // How a message is left.

  @Test
  void whoPressesTheKeyHearsTheGreetingSpeaksEndsWithTheHashAndIsThanked() {
    ScenarioCaller anna = centre.rings(ANNA, "500");
    centre.passes(30);
    anna.presses("9");
    anna.hears("leave-message");
    centre.passes(2);
    anna.isRecorded();
    centre.passes(12);
    anna.presses("#");
    anna.hears("thanks");
    centre.passes(2);
    anna.isGone();
    Message message = theOne();
    assertEquals(MessageState.NEW, message.state());
    assertEquals(12_000, message.durationMillis());
    assertEquals(ANNA, String.valueOf(message.number() == null ? null : message.number().text()));
    QueueFact.EntryOverflowed out = centre.last(QueueFact.EntryOverflowed.class);
    assertEquals(Overflow.Kind.VOICEMAIL, out.target().kind());
    assertEquals(Reason.KEY, out.reason());
    assertEquals(0, centre.count(QueueFact.EntryAbandoned.class));
    assertEquals(TouchpointEnd.MESSAGE_LEFT, centre.last(JourneyFact.TouchpointEnded.class).end());
    assertEquals("voicemail", centre.last(JourneyFact.HandoffMade.class).reason());
  }

  @Test
  void whoKnowsTheGreetingEndsItWithTheHash() {
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.presses("9");
    anna.presses("#");
    anna.isRecorded();
  }

  @Test
  void whoHangsUpAfterSpeakingHasLeftAMessage() {
    ScenarioCaller anna = speaks();
    centre.passes(5);
    anna.hangsUp();
    assertEquals(5_000, theOne().durationMillis());
    assertEquals(0, centre.edge().legs());
  }

  @Test
  void aLongSilenceEndsItAndIsNoPartOfWhatWasSaid() {
    ScenarioCaller anna = speaks();
    centre.passes(7);
    anna.fallsSilent();
    centre.passes(4);
    anna.hears("thanks");
    assertEquals(MessageState.NEW, theOne().state());
  }

  @Test
  void aMessageIsNoLongerThanTheQueueTakes() {
    ScenarioCaller anna = speaks();
    centre.passes(60);
    anna.hears("thanks");
    assertEquals(60_000, theOne().durationMillis());
  }

  @Test
  void whoSaysTooLittleIsToldSoAndNothingIsKept() {
    ScenarioCaller anna = speaks();
    centre.passes(1);
    anna.presses("#");
    anna.hears("too-short");
    centre.passes(2);
    anna.isGone();
    nothingWasLeft(MessageEnd.TOO_SHORT);
    RecordingId dropped = centre.commands(CallCommand.DropRecording.class).getFirst().recording();
    assertFalse(centre.edge().tapes().hasFile(dropped));
  }

  @Test
  void silenceAloneIsNoMessage() {
    ScenarioCaller anna = speaks();
    anna.fallsSilent();
    centre.passes(4);
    anna.hears("too-short");
    nothingWasLeft(MessageEnd.TOO_SHORT);
  }

  @Test
  void whoHangsUpDuringTheGreetingLeavesNothing() {
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.presses("9");
    centre.passes(1);
    anna.hangsUp();
    nothingWasLeft(MessageEnd.HUNG_UP);
    assertEquals(0, centre.count(QueueFact.EntryAbandoned.class));
  }

  @Test
  void aFullDiskIsSaidAndNothingIsKept() {
    ScenarioCaller anna = speaks();
    centre.edge().tapes().fail();
    anna.hears("not-recorded");
    centre.passes(2);
    anna.isGone();
    nothingWasLeft(MessageEnd.FAILED);
  }

  @Test
  void whereAsteriskRefusesToRecordTheCallerHearsSo() {
    centre.edge().refuses(CallCommand.StartLegRecording.class, 500);
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.presses("9");
    centre.passes(2);
    anna.hears("not-recorded");
    nothingWasLeft(MessageEnd.FAILED);
  }

  // Who is asked for one.

  @Test
  void whoWaitedTooLongIsAsked() {
    centre.rereads(plan.queue(sales().maxWaitSeconds(20).thenVoicemail()));
    ScenarioCaller anna = centre.rings(ANNA, "500");
    centre.passes(20);
    anna.hears("leave-message");
    assertEquals(Reason.MAX_WAIT, centre.last(QueueFact.EntryOverflowed.class).reason());
  }

  @Test
  void whoWouldWaitWhereNobodyIsThereIsAsked() {
    centre.rereads(plan.queue(sales().joinEmpty(Emptiness.UNAVAILABLE).thenVoicemail()));
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.hears("leave-message");
    assertEquals(Reason.EMPTY, centre.last(QueueFact.NotJoined.class).reason());
    centre.passes(10);
    anna.hangsUp();
    assertEquals(MessageState.NEW, theOne().state());
  }

  @Test
  void whoComesToAFullQueueIsAsked() {
    centre.rereads(plan.queue(sales().atMost(1).thenVoicemail()));
    centre.rings("+4930222222", "500").waits();
    centre.rings(ANNA, "500").hears("leave-message");
  }

  @Test
  void whoCallsOutsideTheHoursIsToldSoAndAsked() {
    centre.rereads(
        plan.number(
            new InboundNumber(
                    "997",
                    new QueueId("sales"),
                    new CalendarId("never"),
                    List.of(Prompt.sound("closed")),
                    List.of(),
                    0,
                    Language.ES)
                .takingMessages()));
    ScenarioCaller anna = centre.rings(ANNA, "997");
    anna.hears("closed leave-message");
    assertTrue(centre.last(QueueFact.Turned.class).closed());
    assertEquals(Language.ES, centre.last(CallFact.PromptStarted.class).language());
    centre.passes(2);
    anna.isRecorded();
    centre.passes(5);
    anna.presses("#");
    anna.hears("thanks");
    assertEquals(Language.ES, centre.last(CallFact.PromptStarted.class).language());
  }

  @Test
  void inAFullMailboxNobodyLeavesAMessageAndWhoChoseToWaitsOn() {
    speaks();
    speaks();
    ScenarioCaller third = centre.rings(ANNA, "500");
    third.presses("9");
    third.waits();
    third.hears("vm-mailboxfull queue-thankyou");
    centre.rereads(plan.queue(sales().maxWaitSeconds(20).thenVoicemail()));
    centre.passes(20);
    third.hears("mailbox-full");
    assertEquals(1, centre.count(VoicemailFact.MailboxFull.class));
    centre.passes(2);
    third.isGone();
  }

  @Test
  void whoseAgentRingsLeavesAMessageAndTheAgentIsLetGo() {
    ScenarioCaller anna = centre.rings(ANNA, "500");
    centre.agent("alice").signsIn();
    assertTrue(centre.edge().rings("1001"));
    anna.presses("9");
    assertFalse(centre.edge().rings("1001"));
    centre.passes(2);
    anna.isRecorded();
    centre.agent("alice").is(AgentState.AVAILABLE);
  }

  // Whoever dies meanwhile.

  @Test
  void thePlatformDiesDuringTheGreetingAndTheCallerSpeaksAllTheSame() {
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.presses("9");
    centre.dies();
    centre.passes(5);
    centre.comesBack();
    anna.isRecorded();
  }

  @Test
  void thePlatformDiesWhileTheyHangUpAndTheMessageIsThere() {
    ScenarioCaller anna = speaks();
    centre.dies();
    centre.passes(5);
    anna.hangsUp();
    centre.comesBackFromSnapshot();
    Message message = theOne();
    assertEquals(MessageState.NEW, message.state());
    assertEquals(1_000, message.durationMillis(), "as its file tells");
  }

  @Test
  void thePlatformDiesAndComesBackWhileTheyStillSpeak() {
    ScenarioCaller anna = speaks();
    centre.dies();
    centre.passes(5);
    centre.comesBack();
    anna.isRecorded();
    centre.passes(5);
    anna.presses("#");
    anna.hears("thanks");
    assertEquals(10_000, theOne().durationMillis());
  }

  @Test
  void thePlatformWasAwayWhenTheyEndedAndThanksThemWhenItIsBack() {
    ScenarioCaller anna = speaks();
    centre.dies();
    centre.passes(5);
    anna.presses("#");
    centre.comesBack();
    anna.hears("thanks");
    assertEquals(MessageState.NEW, theOne().state());
  }

  @Test
  void asteriskDiesDuringTheRecordingAndWhatIsOnItsDiskIsTheMessage() {
    speaks();
    centre.passes(5);
    centre.edge().crashes();
    centre.edge().isBack();
    assertEquals(MessageState.NEW, theOne().state());
  }

  @Test
  void asteriskDiesWithItsDiskAndNothingWasLeft() {
    speaks();
    centre.passes(5);
    centre.edge().crashes();
    centre.edge().tapes().loseFiles();
    centre.edge().isBack();
    nothingWasLeft(MessageEnd.HUNG_UP);
  }

  @Test
  void anEndOfWhichNobodyToldIsAskedFor() {
    ScenarioCaller anna = speaks();
    centre.passes(5);
    centre.edge().fallsSilent();
    anna.presses("#");
    centre.edge().forgets();
    centre.edge().speaksUp();
    centre.passes(70);
    assertEquals(MessageState.NEW, theOne().state());
  }

  // What becomes of it.

  @Test
  void aMessageIsHeardCalledBackAndDone() {
    Message message = leaves();
    centre.tell(new VoicemailInput.Hear(message.id(), BOSS));
    centre.tell(new VoicemailInput.Hear(message.id(), new Author("second")));
    assertEquals("boss", theOne().heardBy());
    assertEquals(1, centre.count(VoicemailFact.Heard.class));
    centre.agent("alice").signsIn();
    centre.tell(new VoicemailInput.CallBack(message.id(), new AgentId("alice"), BOSS));
    centre.agent("alice").answers();
    centre.answersAt(ANNA);
    assertEquals(MessageState.CALLED_BACK, theOne().state());
    assertEquals(new AgentId("alice"), theOne().calledBackBy());
    centre.agent("alice").talksWithNumber(ANNA);
    centre.tell(new VoicemailInput.Finish(message.id(), BOSS));
    assertEquals(List.of(), List.copyOf(centre.centre().voicemails().books().messages()));
    assertTrue(centre.edge().tapes().hasFile(recordingOf(message)), "kept for who asks later");
  }

  @Test
  void whateverWasDoneAboutAMessageItCanBeCalledBackDoneWithOrDeleted() {
    centre.rereads(plan.voicemail("sales", 20));
    AgentId alice = new AgentId("alice");
    for (int heard = 0; heard <= 2; heard++) {
      for (int last = 0; last < 3; last++) {
        MessageId id = leaves().id();
        centre.agent("alice").signsIn();
        if (heard == 1) {
          centre.tell(new VoicemailInput.Hear(id, BOSS));
        }
        for (int calls = heard == 2 ? 2 : last == 0 ? 1 : 0; calls > 0; calls--) {
          centre.tell(new VoicemailInput.CallBack(id, alice, BOSS));
          centre.agent("alice").answers();
          centre.agent("alice").hangsUp();
          centre.passes(1);
        }
        centre.tell(
            last == 1 ? new VoicemailInput.Delete(id, BOSS) : new VoicemailInput.Finish(id, BOSS));
        centre.agent("alice").signsOut();
        assertEquals(List.of(), List.copyOf(centre.centre().voicemails().books().messages()));
      }
    }
    assertEquals(3, centre.count(VoicemailFact.Deleted.class));
    assertEquals(6, centre.count(VoicemailFact.Done.class));
  }

  private static RecordingId recordingOf(Message message) {
    return Objects.requireNonNull(message.recording());
  }

  @Test
  void whoListensHasHeardItAndWhatItsNodeLostIsGone() {
    Message message = leaves();
    assertEquals(List.of(recordingOf(message)), centre.files().kept());
    centre.tell(
        new FileInput.Use(recordingOf(message), message.call(), FileUse.HEARD, new Author("sue")));
    assertEquals("sue", theOne().heardBy());
    centre.tell(new VoicemailInput.Finish(message.id(), BOSS));
    centre.files().are(ManualFiles.Manner.FINDS_NOTHING);
    speaks();
    centre.passes(104);
    assertEquals(MessageEnd.LOST, centre.last(VoicemailFact.Deleted.class).end());
    assertEquals(List.of(), List.copyOf(centre.centre().voicemails().books().messages()));
  }

  @Test
  void whatIsDeletedIsGoneWithItsFile() {
    Message message = leaves();
    centre.tell(new VoicemailInput.Delete(message.id(), BOSS));
    assertFalse(centre.edge().tapes().hasFile(recordingOf(message)));
    assertEquals(MessageEnd.DELETED, centre.last(VoicemailFact.Deleted.class).end());
    assertTrue(
        refusal(centre.tell(new VoicemailInput.Hear(message.id(), BOSS))).contains("No message"));
  }

  @Test
  void aMessageIsKeptAsLongAsTheQueueSaysAcrossRestarts() {
    Message message = leaves();
    centre.passes(40_000);
    centre.dies();
    centre.comesBackFromSnapshot();
    centre.passes(40_000);
    assertEquals(message.id(), theOne().id());
    centre.passes(10_000);
    assertEquals(MessageEnd.EXPIRED, centre.last(VoicemailFact.Deleted.class).end());
    assertFalse(centre.edge().tapes().hasFile(recordingOf(message)));
  }

  @Test
  void whoWithheldTheirNumberCannotBeCalledBack() {
    ScenarioCaller nobody = centre.callerRings("500");
    nobody.presses("9");
    centre.passes(8);
    nobody.hangsUp();
    centre.agent("alice").signsIn();
    String why =
        refusal(
            centre.tell(new VoicemailInput.CallBack(theOne().id(), new AgentId("alice"), BOSS)));
    assertTrue(why.contains("withheld"), why);
  }

  @Test
  void aMessageThatIsBeingLeftIsLeftInPeace() {
    speaks();
    MessageId id = theOne().id();
    String why = refusal(centre.tell(new VoicemailInput.Delete(id, BOSS)));
    assertTrue(why.contains("being left"), why);
  }
}
