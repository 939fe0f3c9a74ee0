// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.callerid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.LegId;

class CallerIdsTest {
  private static final String MADRID = "+34910000001";
  private static final String BARCELONA = "+34930000001";
  private static final String LISBON = "+351210000001";
  private static final long HOUR = 3_600_000_000L;
  private static final long NOW = 500_000 * HOUR;

  private final CallerIds ids = new CallerIds();
  private int legs;

  private static CallerIdPool pool(CallerIdPick pick, int mostADay) {
    return new CallerIdPool("spain", List.of(MADRID, BARCELONA, LISBON), pick, mostADay, "+");
  }

  private LegId call(String number, long atMicros) {
    LegId leg = new LegId("l" + ++legs);
    ids.shown(leg, number, atMicros);
    return leg;
  }

  private void calls(String number, int ended, int answered, long atMicros) {
    for (int i = 0; i < ended; i++) {
      LegId leg = call(number, atMicros);
      if (i < answered) {
        ids.answered(leg);
      }
      ids.ended(leg, true, atMicros);
    }
  }

  @Test
  void theNumberThatWasShownLeastIsNext() {
    CallerIdPool pool = pool(CallerIdPick.ROTATE, 0);
    for (String next : List.of(MADRID, BARCELONA, LISBON, MADRID)) {
      assertEquals(next, ids.choose(pool, "34600000000", NOW));
      call(next, NOW);
    }
  }

  @Test
  void aNumberThatComesToAPoolTakesTurnsWithTheOthersFromTheFirstHour() {
    CallerIdPool pool = pool(CallerIdPick.ROTATE, 0);
    for (int i = 0; i < 300; i++) {
      call(MADRID, NOW - HOUR);
      call(BARCELONA, NOW - HOUR);
    }
    int ofTheNewOne = 0;
    for (int i = 0; i < 90; i++) {
      String next = java.util.Objects.requireNonNull(ids.choose(pool, "34600000000", NOW));
      ofTheNewOne += next.equals(LISBON) ? 1 : 0;
      call(next, NOW);
    }
    assertEquals(30, ofTheNewOne);
  }

  @Test
  void theNearestIsOfTheSameAreaBeforeTheSameCountry() {
    CallerIdPool pool = pool(CallerIdPick.NEAREST, 0);
    assertEquals(BARCELONA, ids.choose(pool, "34931234567", NOW));
    assertEquals(LISBON, ids.choose(pool, "351911111111", NOW));
    call(MADRID, NOW);
    assertEquals(
        BARCELONA, ids.choose(pool, "34600000000", NOW), "both are as near: the rested one");
  }

  @Test
  void aNumberIsShownNoOftenerThanItMayBeInADay() {
    CallerIdPool pool = pool(CallerIdPick.NEAREST, 2);
    call(BARCELONA, NOW);
    call(BARCELONA, NOW + HOUR);
    assertEquals(MADRID, ids.choose(pool, "34931234567", NOW + 2 * HOUR));
    for (String other : List.of(MADRID, LISBON)) {
      call(other, NOW);
      call(other, NOW);
    }
    assertNull(ids.choose(pool, "34931234567", NOW + 24 * HOUR));
    assertEquals(BARCELONA, ids.choose(pool, "34931234567", NOW + 25 * HOUR));
  }

  @Test
  void whatATrunkRefusedSaysNothingOfPeople() {
    ids.ended(call(MADRID, NOW), false, NOW);
    calls(MADRID, 4, 1, NOW);
    CallerIdUse use = ids.use(MADRID, NOW);
    assertEquals(5, use.shown());
    assertEquals(4, use.ended());
    assertEquals(25, use.answeredPercent());
  }

  @Test
  void aNumberFallsWhoseNeighboursAreAnsweredFarMore() {
    CallerIdPool pool = pool(CallerIdPick.ROTATE, 0);
    calls(MADRID, 300, 90, NOW);
    calls(BARCELONA, 300, 85, NOW);
    calls(LISBON, 99, 5, NOW);
    assertFalse(falls(pool, LISBON, NOW), "so few calls say nothing");
    calls(LISBON, 101, 7, NOW);
    assertTrue(falls(pool, LISBON, NOW));
    assertFalse(falls(pool, MADRID, NOW));
    ids.fell(LISBON, NOW);
    assertFalse(falls(pool, LISBON, NOW), "told once");
    assertEquals(NOW, ids.use(LISBON, NOW).lowSinceMicros());
    calls(LISBON, 400, 160, NOW);
    assertTrue(ids.recovers(ids.use(LISBON, NOW), ids.others(pool, LISBON, NOW)));
  }

  @Test
  void aNumberWithoutNeighboursIsComparedWithItsDaysBefore() {
    CallerIdPool alone = new CallerIdPool("one", List.of(MADRID), CallerIdPick.ROTATE, 0, "+");
    calls(MADRID, 400, 130, NOW);
    calls(MADRID, 200, 70, NOW + 30 * HOUR);
    assertFalse(falls(alone, MADRID, NOW + 30 * HOUR));
    calls(MADRID, 300, 20, NOW + 60 * HOUR);
    assertTrue(falls(alone, MADRID, NOW + 60 * HOUR));
  }

  @Test
  void whoIsNotCalledWithANumberAnyMoreHearsNoAlarmForEver() {
    CallerIdPool pool = pool(CallerIdPick.ROTATE, 0);
    calls(MADRID, 200, 5, NOW);
    calls(BARCELONA, 200, 60, NOW);
    ids.fell(MADRID, NOW);
    calls(MADRID, 10, 0, NOW + 48 * HOUR);
    CallerIdUse own = ids.use(MADRID, NOW + 48 * HOUR);
    assertTrue(ids.recovers(own, ids.others(pool, MADRID, NOW + 48 * HOUR)));
  }

  @Test
  void aSnapshotBringsAllBack() {
    calls(MADRID, 3, 1, NOW);
    calls(MADRID, 2, 1, NOW + HOUR);
    LegId open = call(LISBON, NOW + HOUR);
    ids.fell(BARCELONA, NOW);
    List<Record> lines = new ArrayList<>();
    ids.snapshot(lines::add);
    CallerIds again = new CallerIds();
    lines.forEach(again::restore);
    List<Record> linesAgain = new ArrayList<>();
    again.snapshot(linesAgain::add);
    assertEquals(lines, linesAgain);
    assertEquals(5, again.use(MADRID, NOW + HOUR).ended());
    assertEquals(LISBON, again.shownBy(open));
    assertEquals(NOW, again.use(BARCELONA, NOW).lowSinceMicros());
  }

  private boolean falls(CallerIdPool pool, String number, long now) {
    return ids.falls(ids.use(number, now), ids.others(pool, number, now));
  }
}
