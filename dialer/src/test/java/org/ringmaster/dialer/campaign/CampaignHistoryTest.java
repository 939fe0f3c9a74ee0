// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.list.ListId;

class CampaignHistoryTest {
  private static final CampaignId SPRING = new CampaignId("spring");
  private static final ListId LIST = new ListId("l1");
  private static final AgentId ANNA = new AgentId("anna");
  private static final long SECOND = 1_000_000;

  /** 2026-03-02T09:00:00Z: ten in Berlin. */
  private static final long NINE = 1_772_442_000L * SECOND;

  private final CampaignHistory history = new CampaignHistory();
  private long sequence;

  private void tell(Fact fact, long atMicros) {
    sequence++;
    history.apply(fact, new Envelope(sequence, sequence, atMicros, atMicros));
  }

  private void configured() {
    tell(
        new CampaignFact.CampaignConfigured(
            CampaignPlan.of(
                SPRING,
                new QueueId("outbound"),
                new TrunkId("carrier"),
                CampaignMode.PREDICTIVE,
                new Calendar(new CalendarId("calling"), "Europe/Berlin", List.of(), List.of()))),
        NINE);
  }

  private void dials(int number, int attempt, long atMicros) {
    IdentityId identity = Journeys.telephone(new Personal("+4930900" + (1_000 + number)));
    tell(
        new CampaignFact.Dialled(
            SPRING,
            LIST,
            number,
            0,
            Objects.requireNonNull(identity),
            call(number),
            leg(number),
            attempt,
            new PacingReading(5, 1, 0, 2, 1, 3, 9, -1, -1)),
        atMicros);
  }

  private void ends(int number, AttemptOutcome outcome, long atMicros) {
    tell(
        new CampaignFact.AttemptEnded(
            SPRING, LIST, number, call(number), leg(number), outcome, LeadPhase.SPENT, 0),
        atMicros);
  }

  private static CallId call(int number) {
    return new CallId("c" + number);
  }

  private static LegId leg(int number) {
    return new LegId("leg" + number);
  }

  private void anHour() {
    configured();
    dials(1, 1, NINE);
    tell(new CampaignFact.Answered(SPRING, call(1), leg(1)), NINE + 7 * SECOND);
    tell(new CampaignFact.Connected(SPRING, call(1), leg(1), ANNA, 0), NINE + 7 * SECOND);
    dials(2, 2, NINE + 10 * SECOND);
    ends(2, AttemptOutcome.BUSY, NINE + 13 * SECOND);
    ends(1, AttemptOutcome.TALKED, NINE + 67 * SECOND);
    tell(new AgentFact.WrapUpStarted(ANNA, NINE + 90 * SECOND), NINE + 67 * SECOND);
    tell(new AgentFact.Freed(ANNA), NINE + 82 * SECOND);
    dials(3, 9, NINE + 100 * SECOND);
    ends(3, AttemptOutcome.LOST, NINE + 110 * SECOND);
  }

  @Test
  void whatCallsComeToIsCountedByHourTryAndOutcome() {
    anHour();
    Experience known = history.of(SPRING);
    assertEquals(2, known.ended());
    assertEquals(1, known.answered());
    assertEquals(2, known.ended(10));
    assertEquals(0, known.ended(9));
    assertEquals(1, known.answeredAtTry(0));
    assertEquals(1, known.endedAtTry(1));
    assertEquals(0, known.answeredAtTry(1));
    assertEquals(1, known.outcomes(AttemptOutcome.BUSY));
    assertEquals(1, known.answerRings(7));
    assertEquals(1, known.otherRings(3));
    assertEquals(List.of(new Experience.Day(2, 1)), known.days());
    assertEquals(15, known.signedIn());
    assertEquals(12, known.atWork());
  }

  @Test
  void howLongItRangIsNotLearntOfAnAnswerThatNobodySaw() {
    configured();
    dials(1, 1, NINE);
    tell(new CampaignFact.Answered(SPRING, call(1), leg(1), NINE + 3 * SECOND), NINE + 24 * SECOND);
    ends(1, AttemptOutcome.TALKED, NINE + 67 * SECOND);
    Experience known = history.of(SPRING);
    assertEquals(1, known.answered());
    for (int second = 0; second < 60; second++) {
      assertEquals(0, known.answerRings(second), "after " + second + " s");
    }
  }

  @Test
  void talksAndWrapUpsAreCountedByTheirLength() {
    anHour();
    assertEquals(60, seconds(true), 5);
    assertEquals(15, seconds(false), 1.5);
  }

  @Test
  void aMachineThatIsGivenUpIsNoTalkAndNoWrapUp() {
    configured();
    for (int i = 1; i <= 3; i++) {
      dials(i, 1, NINE);
      tell(new CampaignFact.Answered(SPRING, call(i), leg(i)), NINE + 7 * SECOND);
    }
    tell(new CampaignFact.Connected(SPRING, call(1), leg(1), ANNA, 0), NINE + 7 * SECOND);
    screened(1, ScreeningVerdict.MACHINE, MachineTreatment.MESSAGE);
    tell(new AgentFact.Freed(ANNA), NINE + 11 * SECOND);
    screened(2, ScreeningVerdict.HUMAN, MachineTreatment.NONE);
    screened(3, ScreeningVerdict.MACHINE, MachineTreatment.AUDITED);
    ends(1, AttemptOutcome.MESSAGE_LEFT, NINE + 41 * SECOND);
    Experience known = history.of(SPRING);
    assertEquals(3, known.screened());
    assertEquals(2, known.takenForMachines());
    for (int span = 0; span < Experience.SPANS; span++) {
      assertEquals(0, known.talks(span) + known.wrapUps(span));
      double from = Experience.spanSeconds(span);
      double until = Experience.spanSeconds(span + 1);
      assertEquals(from <= 4 && until > 4 ? 1 : 0, known.verdicts(span), from + " to " + until);
      assertEquals(from <= 30 && until > 30 ? 1 : 0, known.afterVerdicts(span));
    }
  }

  private void screened(int number, ScreeningVerdict verdict, MachineTreatment treatment) {
    tell(
        new CampaignFact.AttemptScreened(
            SPRING, call(number), leg(number), verdict, "", 4_000, -1, treatment, false),
        NINE + 11 * SECOND);
  }

  private double seconds(boolean talk) {
    Experience known = history.of(SPRING);
    for (int span = 0; span < Experience.SPANS; span++) {
      if ((talk ? known.talks(span) : known.wrapUps(span)) > 0) {
        return Experience.spanSeconds(span + 0.5);
      }
    }
    return Double.NaN;
  }

  @Test
  void aSnapshotBringsAllOfItBack() {
    anHour();
    List<Record> saved = new ArrayList<>();
    history.snapshot(saved::add);
    CampaignHistory restored = new CampaignHistory();
    saved.forEach(restored::restore);
    List<Record> again = new ArrayList<>();
    restored.snapshot(again::add);
    assertEquals(saved, again);
    assertEquals(1, restored.of(SPRING).answered());
  }

  @Test
  void ofACampaignThatHasNotCalledNothingIsKnown() {
    assertEquals(0, history.of(new CampaignId("autumn")).ended());
  }
}
