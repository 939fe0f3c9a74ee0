// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final long TEN = 1_772_618_400_000_000L; // 2026-03-04 10:00:00 UTC
  private static final long MINUTE = 60_000_000;

  @Test
  void an_interval_begins_at_a_quarter_of_an_hour() {
    assertEquals(new Interval(TEN), Interval.of(TEN));
    assertEquals(new Interval(TEN), Interval.of(TEN + 15 * MINUTE - 1));
    assertEquals(new Interval(TEN + 15 * MINUTE), Interval.of(TEN + 15 * MINUTE));
    assertEquals(new Interval(-15 * MINUTE), Interval.of(-1));
    assertEquals(new Interval(TEN - 30 * MINUTE), Interval.of(TEN).before(2));
  }

  @Test
  void a_time_is_split_at_the_borders_and_nothing_is_lost() {
    List<Long> parts = new ArrayList<>();
    List<Interval> where = new ArrayList<>();
    Interval.split(
        TEN + 14 * MINUTE,
        TEN + 31 * MINUTE + 7,
        (interval, micros) -> {
          where.add(interval);
          parts.add(micros);
        });
    assertEquals(List.of(MINUTE, 15 * MINUTE, MINUTE + 7), parts);
    assertEquals(Interval.of(TEN), where.getFirst());
    assertEquals(Interval.of(TEN + 30 * MINUTE), where.getLast());
  }

  @Test
  void a_time_without_length_has_no_part() {
    Interval.split(
        TEN,
        TEN,
        (interval, micros) -> {
          throw new AssertionError("a part of nothing");
        });
  }
}
