// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.simulation.draw.Draws;

class AgendaTest {

  private final Agenda agenda = new Agenda(1_000);
  private final List<String> done = new ArrayList<>();

  @Test
  void thingsHappenInTheOrderOfTheirTimesAndThenOfTheirPlanning() {
    agenda.at(3_000, () -> done.add("c"));
    agenda.at(2_000, () -> done.add("a"));
    agenda.at(2_000, () -> done.add("b"));
    agenda.at(500, () -> done.add("at once"));
    agenda.runUntil(2_500);
    assertEquals(List.of("at once", "a", "b"), done);
    assertEquals(2_500, agenda.micros());
    agenda.run(10_000);
    assertEquals(List.of("at once", "a", "b", "c"), done);
    assertEquals(12_500, agenda.micros());
    assertFalse(agenda.doNext());
  }

  @Test
  void whatIsPlannedMeanwhileForNowComesAfterWhatWasPlannedForNow() {
    agenda.after(
        10,
        () -> {
          done.add("first");
          agenda.after(0, () -> done.add("third"));
        });
    agenda.after(10, () -> done.add("second"));
    agenda.run(10);
    assertEquals(List.of("first", "second", "third"), done);
  }

  @Test
  void tenThousandThingsComeInOrder() {
    Draws draws = new Draws(5);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      agenda.after(draws.below(500), () -> times.add(agenda.micros()));
    }
    agenda.run(500);
    assertEquals(10_000, times.size());
    assertEquals(times.stream().sorted().toList(), times);
    assertEquals(0, agenda.size());
    assertEquals(Long.MAX_VALUE, agenda.nextDueMicros());
  }
}
