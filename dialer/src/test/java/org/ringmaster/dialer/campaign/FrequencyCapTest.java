// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.queue.QueueId;

/** How often somebody may be dialled within windows that roll, and within those of the calendar. */
class FrequencyCapTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final IdentityId HOME = new IdentityId("home");
  private static final IdentityId WORK = new IdentityId("work");
  private static final long DAY_MILLIS = 86_400_000;

  private static long at(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000;
  }

  private static NumberTries tries(FrequencyCap... caps) {
    CampaignPlan plan =
        CampaignPlan.of(
                new CampaignId("any"),
                new QueueId("any"),
                new TrunkId("any"),
                CampaignMode.PROGRESSIVE,
                new Calendar(new CalendarId("always"), "UTC", List.of(), List.of()))
            .boundedBy(new CampaignBounds(List.of(caps), 7 * DAY_MILLIS));
    return new NumberTries(List.of(new Campaign(plan)));
  }

  private static long free(NumberTries tries, FrequencyCap cap, String now, ZoneId... zones) {
    return tries.freeAtMicros(List.of(HOME, WORK), cap, List.of(zones), at(now));
  }

  @Test
  void severalWindowsAreCountedAtATimeEachAsLongAsItIs() {
    FrequencyCap day = FrequencyCap.rolling("day", 2, DAY_MILLIS);
    FrequencyCap week = FrequencyCap.rolling("week", 3, 7 * DAY_MILLIS);
    NumberTries tries = tries(day, week);
    tries.dialled(HOME, at("2026-11-02T10:00:00Z"));
    tries.dialled(WORK, at("2026-11-02T12:00:00Z"));
    assertEquals(at("2026-11-03T10:00:00Z"), free(tries, day, "2026-11-02T13:00:00Z", CHICAGO));
    assertEquals(0, free(tries, week, "2026-11-02T13:00:00Z", CHICAGO));
    tries.dialled(HOME, at("2026-11-05T10:00:00Z"));
    assertEquals(0, free(tries, day, "2026-11-05T13:00:00Z", CHICAGO));
    assertEquals(at("2026-11-09T10:00:00Z"), free(tries, week, "2026-11-05T13:00:00Z", CHICAGO));
    assertEquals(0, free(tries, week, "2026-11-09T10:00:00Z", CHICAGO));
  }

  @Test
  void aDayBeginsAtMidnightWhereTheLeadIsAlsoWhereClocksArePutBack() {
    FrequencyCap day = FrequencyCap.within("day", 2, CapWindow.DAY);
    NumberTries tries = tries(day);
    tries.dialled(HOME, at("2026-11-01T04:30:00Z")); // The evening before, in Chicago.
    tries.dialled(HOME, at("2026-11-01T15:00:00Z"));
    assertEquals(0, free(tries, day, "2026-11-01T16:00:00Z", CHICAGO));
    tries.dialled(HOME, at("2026-11-01T17:00:00Z"));
    assertEquals(at("2026-11-02T06:00:00Z"), free(tries, day, "2026-11-02T05:59:00Z", CHICAGO));
    assertEquals(0, free(tries, day, "2026-11-02T06:00:00Z", CHICAGO));
  }

  @Test
  void whereALeadMayBeInSeveralZonesTheWindowMustHaveBegunInAllOfThem() {
    FrequencyCap day = FrequencyCap.within("day", 1, CapWindow.DAY);
    NumberTries tries = tries(day);
    tries.dialled(HOME, at("2026-11-10T04:30:00Z")); // 22:30 in Chicago, 23:30 in New York.
    assertEquals(0, free(tries, day, "2026-11-10T05:30:00Z", NEW_YORK));
    assertEquals(
        at("2026-11-10T06:00:00Z"), free(tries, day, "2026-11-10T05:30:00Z", NEW_YORK, CHICAGO));
  }

  @Test
  void weeksBeginOnMondaysAndMonthsWithTheirFirstDay() {
    FrequencyCap week = FrequencyCap.within("week", 1, CapWindow.WEEK);
    FrequencyCap month = FrequencyCap.within("month", 2, CapWindow.MONTH);
    NumberTries tries = tries(week, month);
    tries.dialled(HOME, at("2026-10-12T12:00:00Z"));
    tries.dialled(HOME, at("2026-10-31T18:00:00Z")); // A Saturday.
    assertEquals(at("2026-11-02T06:00:00Z"), free(tries, week, "2026-11-01T12:00:00Z", CHICAGO));
    assertEquals(at("2026-11-01T05:00:00Z"), free(tries, month, "2026-10-31T19:00:00Z", CHICAGO));
    assertEquals(0, free(tries, month, "2026-11-01T05:00:00Z", CHICAGO));
  }

  @Test
  void whatIsRememberedIsRestoredAndNotKeptLongerThanAnyCapAsks() {
    FrequencyCap month = FrequencyCap.rolling("month", 1, 30 * DAY_MILLIS);
    NumberTries tries = tries(month);
    tries.dialled(HOME, at("2026-11-02T10:00:00Z"));
    tries.ended(WORK, AttemptOutcome.TALKED, at("2026-11-02T11:00:00Z"));
    NumberTries restored = tries(month);
    tries.snapshot(restored::restore);
    assertEquals(
        at("2026-12-02T10:00:00Z"), free(restored, month, "2026-11-20T10:00:00Z", CHICAGO));
    assertEquals(at("2026-11-02T11:00:00Z"), restored.talkedMicros(List.of(HOME, WORK)));
    restored.dialled(WORK, at("2026-12-03T10:00:00Z"));
    long[] kept = new long[1];
    restored.snapshot(
        one ->
            kept[0] +=
                one instanceof NumberTries.Logged it && !it.talks() ? it.packed().size() : 0);
    assertEquals(2, kept[0], "one dial, two numbers for it");
  }

  @Test
  void aCapThatComesLaterCountsTheDialsOfTheLast24Hours() {
    FrequencyCap day = FrequencyCap.rolling("day", 1, DAY_MILLIS);
    NumberTries before = new NumberTries(List.of());
    before.dialled(HOME, at("2026-11-02T10:00:00Z"));
    NumberTries tries = tries(day);
    before.snapshot(tries::restore);
    assertEquals(0, free(tries, day, "2026-11-02T11:00:00Z", CHICAGO));
    tries.bounded(at("2026-11-02T11:00:00Z"));
    assertEquals(at("2026-11-03T10:00:00Z"), free(tries, day, "2026-11-02T11:00:00Z", CHICAGO));
  }

  @Test
  void aCapMayBeForNumbersThatBeginInSomeWayOnly() {
    FrequencyCap florida =
        new FrequencyCap(
            "florida", 3, CapWindow.ROLLING, DAY_MILLIS, false, List.of("1305", "1786"));
    assertTrue(florida.isFor(13_055_550_100L));
    assertFalse(florida.isFor(13_125_550_100L));
    assertEquals("at most 3 in 24 hours for a number, by florida", florida.words());
  }
}
