// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.callback.Booking;
import org.ringmaster.core.callback.CallbackEnd;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackInput;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.testing.ScenarioCallback;
import org.ringmaster.core.testing.ScenarioCaller;

/** An agent agrees with a customer when to call them back. */
class BookingTest extends CallbackScenario {
  private static final AgentId ALICE = new AgentId("alice");
  private static final QueueId SALES = new QueueId("sales");
  private static final int HOUR = 3_600;

  private Answer books(boolean mine, QueueId queue, int inSeconds, int lasts) {
    long from = centre.nowMicros() + inSeconds * 1_000_000L;
    return centre.tell(
        new CallbackInput.Book(
            new Booking(ALICE, mine, from, "Europe/Berlin", new Personal("the offer")),
            centre.count(QueueFact.EntryJoined.class) == 0
                ? null
                : centre.last(QueueFact.EntryJoined.class).call(),
            queue,
            new Personal(ANNA),
            from + lasts * 1_000_000L,
            new Author("alice")));
  }

  private String refused(boolean mine, QueueId queue, int inSeconds, int lasts) {
    return assertInstanceOf(Answer.Refused.class, books(mine, queue, inSeconds, lasts)).why();
  }

  @Test
  void theAgentWhoAgreedIsRungAtTheAgreedTimeAndThenTheCustomer() {
    centre.agent("alice").signsIn();
    ScenarioCaller anna = centre.rings(ANNA, "500");
    centre.agent("alice").answers();
    assertInstanceOf(Answer.Accepted.class, books(true, null, HOUR, HOUR));
    anna.hangsUp();
    centre.agent("dave").signsIn();
    centre.passes(HOUR - 1);
    assertEquals(0, dialled());
    assertFalse(centre.agent("alice").isRung());
    centre.passes(1);
    assertTrue(centre.agent("alice").isRung());
    centre.agent("alice").answers();
    assertTrue(centre.edge().rings(ANNA));
    centre.answersAt(ANNA);
    centre.agent("alice").talksWithNumber(ANNA);
    assertEquals(CallbackEnd.TALKED, end());
    assertEquals("the offer", centre.last(CallbackFact.Booked.class).booking().note().text());
  }

  @Test
  void nobodyElseTakesOneThatTheAgentWantsForThemselvesAndItExpiresWithoutThem() {
    assertInstanceOf(Answer.Accepted.class, books(true, SALES, 60, HOUR));
    centre.agent("dave").signsIn();
    centre.passes(HOUR);
    assertEquals(0, dialled());
    centre.passes(60);
    assertEquals(CallbackEnd.EXPIRED, end());
  }

  @Test
  void oneForAnyoneIsAnsweredByWhoeverIsFree() {
    assertInstanceOf(Answer.Accepted.class, books(false, SALES, 60, HOUR));
    centre.dies();
    centre.comesBackFromSnapshot();
    centre.agent("dave").signsIn();
    centre.passes(60);
    centre.answersAt(ANNA);
    centre.agent("dave").talksWithNumber(ANNA);
    assertEquals(CallbackEnd.TALKED, end());
  }

  @Test
  void theDoNotCallListIsObeyedWhenItIsAgreedAndLater() {
    assertInstanceOf(Answer.Accepted.class, books(false, SALES, 60, HOUR));
    centre.tell(new JourneyInput.Forbid(new Personal(ANNA), ConsentScope.ANY, BOSS));
    assertEquals(CallbackEnd.FORBIDDEN, end());
    assertEquals(
        "This number must not be called back: it stands on the do-not-call list.",
        refused(false, SALES, 60, HOUR));
  }

  @Test
  void whatCannotBeIsRefusedWithTheReason() {
    assertEquals(
        "Say as whose callback it is: this call came through no queue.",
        refused(true, null, 60, HOUR));
    assertEquals("The agreed time must lie ahead, within a year.", refused(true, SALES, -1, HOUR));
    assertEquals("The agreed time must end after it begins.", refused(true, SALES, 60, 0));
    assertEquals(
        "Queue help calls nobody back: give it callback: in ringmaster.yaml.",
        refused(true, new QueueId("help"), 60, HOUR));
    assertEquals(0, centre.count(CallbackFact.Booked.class));
  }

  @Test
  void itHoldsThoughTheVeryCallInWhichItWasAgreedGoesOnToAQueue() {
    centre.agent("alice").signsIn();
    ScenarioCaller anna = centre.rings(ANNA, "500");
    centre.agent("alice").answers();
    assertInstanceOf(Answer.Accepted.class, books(false, null, HOUR, HOUR));
    centre.agent("dave").signsIn();
    centre.agent("alice").handsToQueue("sales");
    anna.talksWith("dave");
    assertEquals(0, centre.count(CallbackFact.Ended.class));
    anna.hangsUp();
    assertEquals(0, centre.count(CallbackFact.Ended.class));
    centre.passes(HOUR);
    assertTrue(dialled() > 0);
  }

  @Test
  void whoRingsBeforeTheAgreedTimeInVainIsStillCalledThen() {
    assertInstanceOf(Answer.Accepted.class, books(false, SALES, HOUR, HOUR));
    ScenarioCaller anna = centre.rings(ANNA, "500");
    anna.hangsUp();
    centre.agent("dave").signsIn();
    centre.passes(HOUR - 10);
    assertEquals(0, dialled());
    centre.passes(10);
    assertEquals(1, dialled());
  }

  @Test
  void theNumberIsTakenAsItIsDialledHoweverItIsWritten() {
    centre.tell(new JourneyInput.Forbid(new Personal(ANNA), ConsentScope.ANY, BOSS));
    long from = centre.nowMicros() + 60_000_000L;
    Answer answer =
        centre.tell(
            new CallbackInput.Book(
                new Booking(ALICE, false, from, "Europe/Berlin", null),
                null,
                SALES,
                new Personal("030 111111"),
                from + HOUR * 1_000_000L,
                new Author("alice")));
    assertEquals(
        "This number must not be called back: it stands on the do-not-call list.",
        assertInstanceOf(Answer.Refused.class, answer).why());
  }

  private Answer books(String number, int inSeconds, int lasts) {
    long from = centre.nowMicros() + inSeconds * 1_000_000L;
    return centre.tell(
        new CallbackInput.Book(
            new Booking(ALICE, false, from, "Europe/Berlin", null),
            centre.count(QueueFact.EntryJoined.class) == 0
                ? null
                : centre.last(QueueFact.EntryJoined.class).call(),
            SALES,
            new Personal(number),
            from + lasts * 1_000_000L,
            new Author("alice")));
  }

  @Test
  void noneIsAgreedForANumberThatAgentsMayNotCall() {
    centre.agent("alice").signsIn();
    centre.rings(ANNA, "500");
    centre.agent("alice").answers();
    Answer answer = books("+49900123456", HOUR, HOUR);
    assertEquals(
        "This number is not allowed: numbers that are stand under transfers: numbers: in"
            + " ringmaster.yaml.",
        assertInstanceOf(Answer.Refused.class, answer).why());
    assertEquals(0, centre.count(CallbackFact.Booked.class));
    centre.rereads(plan.allowsNumber("_0900X.", "out"));
    assertInstanceOf(Answer.Accepted.class, books("0900123456", HOUR, HOUR));
  }

  @Test
  void whomTheAgentTalksWithOrTalkedWithLastIsCalledBackWithoutARuleForTheirNumber() {
    centre.agent("alice").signsIn();
    ScenarioCaller bert = centre.rings(BERT, "500");
    centre.agent("alice").answers();
    assertInstanceOf(Answer.Accepted.class, books("030 222222", HOUR, HOUR));
    bert.hangsUp();
    assertInstanceOf(Answer.Accepted.class, books(BERT, 2 * HOUR, HOUR));
    assertInstanceOf(Answer.Refused.class, books("+4930333333", HOUR, HOUR));
  }

  @Test
  void aNumberThatMayBeCalledAtSomeHoursOnlyIsAgreedForTheseAlone() {
    centre.rereads(plan.allowsNumber("+4930333333", "out", "never"));
    assertEquals(
        "This number may not be called during all of the agreed time: see its hours under"
            + " transfers: numbers: in ringmaster.yaml.",
        assertInstanceOf(Answer.Refused.class, books("+4930333333", HOUR, HOUR)).why());
  }

  @Test
  void oneForANumberThatAgentsMayNoLongerCallEndsWithoutBeingDialled() {
    centre.rereads(plan.allowsNumber("_0900X.", "out"));
    assertInstanceOf(Answer.Accepted.class, books("0900123456", HOUR, HOUR));
    centre.agent("dave").signsIn();
    centre.dies();
    centre.comesBackFromSnapshot();
    centre.rereads(plan.allowsNoNumbers());
    assertEquals(CallbackEnd.NOT_ALLOWED, end());
    centre.passes(2 * HOUR);
    assertEquals(0, dialled());
  }

  @Test
  void outsideTheHoursOfItsNumberOneWaitsAndCannotBeHastened() {
    centre.rereads(plan.allowsNumber("_0900X.", "out"));
    assertInstanceOf(Answer.Accepted.class, books("0900123456", HOUR, 2 * HOUR));
    centre.rereads(plan.allowsNoNumbers().allowsNumber("_0900X.", "out", "never"));
    centre.agent("dave").signsIn();
    centre.passes(HOUR + 60);
    assertEquals(0, dialled());
    assertEquals(
        "It is outside the hours in which callback " + theOne().id() + " may be dialled.",
        assertInstanceOf(
                Answer.Refused.class, centre.tell(new CallbackInput.Hasten(theOne().id(), BOSS)))
            .why());
    centre.rereads(plan.allowsNoNumbers().allowsNumber("_0900X.", "out"));
    centre.passes(60);
    assertEquals(1, dialled());
  }

  @Test
  void oneThatWaitsForTheHoursOfItsNumberDoesNotKeepThoseBehindItWaiting() {
    centre.rereads(plan.allowsNumber("_0900X.", "out").allowsNumber("_0800X.", "out"));
    assertInstanceOf(Answer.Accepted.class, books("0900123456", 60, 2 * HOUR));
    assertInstanceOf(Answer.Accepted.class, books("0800123456", 61, 2 * HOUR));
    centre.rereads(
        plan.allowsNoNumbers()
            .allowsNumber("_0900X.", "out", "never")
            .allowsNumber("_0800X.", "out"));
    centre.passes(70);
    assertEquals(0, dialled());
    centre.agent("dave").signsIn();
    assertEquals(1, dialled());
  }

  @Test
  void theCustomersOwnNumberNeedsNoRuleWhenItIsDialledEither() {
    centre.agent("alice").signsIn();
    ScenarioCaller bert = centre.rings(BERT, "500");
    centre.agent("alice").answers();
    assertInstanceOf(Answer.Accepted.class, books("030 222222", HOUR, HOUR));
    bert.hangsUp();
    centre.rereads(plan.allowsNoNumbers());
    centre.passes(HOUR);
    assertEquals(1, dialled());
  }

  @Test
  void noneIsAgreedForATimeWhenTheQueueNeverCallsBack() {
    centre.rereads(plan.callbacks(ScenarioCallback.of("sales").through("out").hours("never")));
    assertEquals(
        "Queue sales calls nobody back at the agreed time: see its callback hours.",
        refused(false, SALES, 60, HOUR));
  }

  @Test
  void itIsTakenBack() {
    books(true, SALES, 60, HOUR);
    centre.tell(new CallbackInput.Cancel(theOne().id(), new Author("alice")));
    assertEquals(CallbackEnd.CANCELLED, end());
    centre.agent("alice").signsIn();
    centre.passes(2 * HOUR);
    assertEquals(0, dialled());
  }
}
