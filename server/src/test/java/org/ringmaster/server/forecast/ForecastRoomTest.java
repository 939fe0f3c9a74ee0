// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CapWindow;
import org.ringmaster.dialer.campaign.FrequencyCap;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.campaign.Tariff;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.Lead;
import org.ringmaster.dialer.list.LeadDetails;
import org.ringmaster.dialer.list.LeadSegments;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.simulation.forecast.Band;
import org.ringmaster.simulation.forecast.ForecastFigure;
import org.ringmaster.simulation.forecast.ForecastResult;
import org.ringmaster.simulation.forecast.Staffing;

class ForecastRoomTest {
  private static final CampaignId SPRING = new CampaignId("spring");
  private static final ListId LIST = new ListId("i1");
  private static final ListId PROTECTED = new ListId("i2");
  private static final Author BOSS = new Author("boss");
  private static final long ONE = 1_000_000;
  private static final long NOW = 1_800_000_000_000_000L;
  private static final long DAY = 24 * 3_600 * ONE;
  private static final int LEADS = 200;

  private final CampaignBoard campaigns = new CampaignBoard();
  private final ListBoard lists =
      new ListBoard(
          LeadSegments.of(
              Map.of("spring", leads(), "protected", Leads.of(List.of(lead(4_930_000_000L))))));
  private long sequence;

  private static CampaignPlan plan() {
    return CampaignPlan.of(
        SPRING,
        new QueueId("outbound"),
        new TrunkId("carrier"),
        CampaignMode.PREDICTIVE,
        new Calendar(new CalendarId("always"), "UTC", List.of(), List.of()));
  }

  private static Lead lead(long... numbers) {
    return new Lead(
        LongStream.of(numbers).boxed().toList(), List.of(ZoneOffset.UTC), LeadDetails.NONE);
  }

  /** The first may not be called, the second is of a country without a rate, one more only half. */
  private static Leads leads() {
    List<Lead> leads = new ArrayList<>(List.of(lead(4_930_000_000L), lead(33_140_000_000L)));
    leads.add(lead(33_140_000_001L, 4_930_000_001L));
    for (int i = 0; i < LEADS; i++) {
      leads.add(lead(4_930_100_000L + i));
    }
    return Leads.of(leads);
  }

  private void fact(Fact fact) {
    sequence++;
    Envelope envelope = new Envelope(sequence, sequence, NOW + sequence, NOW + sequence);
    campaigns.apply(fact, envelope);
    lists.apply(fact, envelope);
  }

  private void loaded(ListId id, ListUse use, String segment, int many) {
    fact(
        new ListFact.ListLoaded(
            id,
            use,
            SPRING.value(),
            segment,
            segment,
            segment + ".csv",
            many,
            new ImportLedger(many, many, List.of(), many, 0),
            BOSS));
  }

  private ForecastRoom room(LongSupplier clock) {
    lists.publish();
    return new ForecastRoom(new Boards(ZoneOffset.UTC, System::nanoTime), lists, campaigns, clock);
  }

  private ForecastJob.Seen made(ForecastRoom room) {
    ForecastJob job = room.begin(SPRING, Staffing.always(5), 10, 1);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (job.seen().state() == ForecastState.RUNNING && System.nanoTime() < end) {
      campaigns.publish();
    }
    return job.seen();
  }

  @Test
  void whateverGoesWrongAForecastEndsAndLetsOthersIn() {
    fact(new CampaignFact.CampaignConfigured(plan()));
    try (ForecastRoom room =
        room(
            () -> {
              throw new StackOverflowError("nobody foresaw it");
            })) {
      for (int time = 0; time < 2; time++) {
        ForecastJob.Seen seen = made(room);
        assertEquals(ForecastState.REFUSED, seen.state());
        assertTrue(seen.why().contains("the log says why"), seen.why());
      }
    }
  }

  @Test
  void whereNobodyMayBeDialledItSaysWhy() {
    Tariff tariff = new Tariff("EUR", List.of(new Tariff.Rate("1", 100_000)), 60, 60);
    fact(
        new CampaignFact.CampaignConfigured(
            plan().boundedBy(CampaignBounds.NONE.spending(new SpendLimit(tariff, 0, ONE)))));
    loaded(LIST, ListUse.DIAL, "spring", LEADS + 3);
    try (ForecastRoom room = room(() -> NOW + ONE)) {
      ForecastJob.Seen seen = made(room);
      assertEquals(ForecastState.REFUSED, seen.state());
      assertTrue(
          seen.why().startsWith("No lead is left to dial. " + (LEADS + 3) + " leads are left out:"),
          seen.why());
    }
  }

  private ForecastJob.Seen capped(boolean byPerson, String prefix) {
    FrequencyCap cap = new FrequencyCap("some", 1, CapWindow.DAY, 0, byPerson, List.of(prefix));
    fact(
        new CampaignFact.CampaignConfigured(plan().boundedBy(new CampaignBounds(List.of(cap), 0))));
    try (ForecastRoom room = room(() -> NOW + ONE)) {
      return made(room);
    }
  }

  @Test
  void aCapForSomeNumbersHoldsForThoseWhoHaveThem() {
    fact(new CampaignFact.CampaignConfigured(plan()));
    loaded(LIST, ListUse.DIAL, "spring", LEADS + 3);
    double ofAll = finish(capped(true, "49301"));
    double ofNobody = finish(capped(true, "7"));
    assertTrue(ofAll > 2 * ofNobody, ofAll + " hours, " + ofNobody + " without");
    String partly = "1 lead is foreseen without a cap that is for some of their numbers alone.";
    assertTrue(capped(false, "331").notes().contains(partly));
    assertFalse(capped(true, "331").notes().contains(partly));
  }

  private static double finish(ForecastJob.Seen seen) {
    return Objects.requireNonNull(seen.result(), seen.why()).band(ForecastFigure.FINISH).p50();
  }

  @Test
  void whatWasSpentTodayIsNotOfTheDayOnWhichItBegins() {
    Tariff tariff = new Tariff("EUR", List.of(new Tariff.Rate("", 100_000)), 60, 60);
    CampaignBounds bounds = CampaignBounds.NONE.spending(new SpendLimit(tariff, 5 * ONE, 0));
    fact(
        new CampaignFact.CampaignConfigured(
            plan().boundedBy(bounds.between(NOW + 2 * DAY, NOW + 2 * DAY + 3_600 * ONE))));
    loaded(LIST, ListUse.DIAL, "spring", LEADS + 3);
    fact(new CampaignFact.LineBilled(SPRING, new LegId("l1"), 60, 5 * ONE));
    try (ForecastRoom room = room(() -> NOW + ONE)) {
      ForecastJob.Seen seen = made(room);
      ForecastResult result = Objects.requireNonNull(seen.result(), seen.why());
      assertTrue(result.band(ForecastFigure.CALLS).p10() > 10, result.bands().toString());
    }
  }

  @Test
  void moneyAndWhereItMayDialAreForeseenAsTheyStand() {
    Tariff tariff = new Tariff("EUR", List.of(new Tariff.Rate("49", 100_000)), 60, 60);
    SpendLimit limit = new SpendLimit(tariff, 0, 5 * ONE);
    fact(
        new CampaignFact.CampaignConfigured(plan().boundedBy(CampaignBounds.NONE.spending(limit))));
    loaded(LIST, ListUse.DIAL, "spring", LEADS + 3);
    loaded(PROTECTED, ListUse.DO_NOT_CALL, "protected", 1);
    fact(new CampaignFact.LineBilled(SPRING, new LegId("l1"), 60, 3 * ONE));
    ForecastJob.Seen seen;
    try (ForecastRoom room = room(() -> NOW + ONE)) {
      seen = made(room);
    }
    ForecastResult result = Objects.requireNonNull(seen.result(), seen.why());
    assertEquals(LEADS + 1, result.leads());
    assertTrue(
        seen.notes().contains("1 lead is left out: no number that is not on a do-not-call list."),
        seen.notes().toString());
    assertTrue(
        seen.notes().stream().anyMatch(note -> note.startsWith("1 lead is left out: the camp")),
        seen.notes().toString());
    Band cost = result.band(ForecastFigure.COST);
    // Two are left; who talks when they are gone goes on.
    assertTrue(cost.p10() > 1.7 && cost.p90() < 4.5, cost.toString());
    assertEquals(result.runs(), result.moneyGoneRuns());
    List<String> words = ForecastWords.of(result, seen.zone());
    assertEquals("It does not come to its end.", words.getFirst());
    assertTrue(
        words.stream().anyMatch(one -> one.matches("Its calls cost \\d\\.\\d\\d to .* EUR .*")),
        words.toString());
    assertTrue(
        words.stream().anyMatch(one -> one.startsWith("In 10 of 10 runs all that it may spend")),
        words.toString());
  }
}
