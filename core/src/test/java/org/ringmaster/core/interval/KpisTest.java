// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KpisTest {
  private final Tally<QueueFigure> queue = new Tally<>(QueueFigure.class);
  private final Tally<AgentFigure> agent = new Tally<>(AgentFigure.class);

  KpisTest() {
    queue.add(QueueFigure.OFFERED, 100);
    queue.add(QueueFigure.ANSWERED, 80);
    queue.add(QueueFigure.ANSWERED_IN_TIME, 60);
    queue.add(QueueFigure.ABANDONED_WAITING, 10);
    queue.add(QueueFigure.ABANDONED_RINGING, 5);
    queue.add(QueueFigure.ABANDONED_SHORT, 3);
    queue.add(QueueFigure.ABANDONED_IN_TIME, 9);
    queue.add(QueueFigure.FLOWED_OUT, 4);
    queue.add(QueueFigure.ANSWER_WAIT_MICROS, 800_000_000);
    queue.add(QueueFigure.ABANDON_WAIT_MICROS, 300_000_000);
    queue.add(QueueFigure.HANDLED, 2);
    queue.add(QueueFigure.TALK_MICROS, 240_000_000);
    queue.add(QueueFigure.HOLD_MICROS, 20_000_000);
    queue.add(QueueFigure.WRAP_UP_MICROS, 60_000_000);
    agent.add(AgentFigure.TALK_MICROS, 300);
    agent.add(AgentFigure.HOLD_MICROS, 50);
    agent.add(AgentFigure.WRAP_UP_MICROS, 100);
    agent.add(AgentFigure.RING_MICROS, 50);
    agent.add(AgentFigure.IDLE_MICROS, 500);
    agent.add(AgentFigure.PAUSED_MICROS, 500);
    agent.add(AgentFigure.HANDLED, 3);
  }

  @Test
  void the_four_service_levels_differ_by_whom_they_leave_out() {
    levelsAreOfCallers();
  }

  private void levelsAreOfCallers() {
    assertEquals(60.0 / 80, ServiceLevel.NAIVE.of(queue).value().orElseThrow());
    assertEquals(69.0 / 95, ServiceLevel.FORGIVING.of(queue).value().orElseThrow());
    assertEquals(60.0 / 92, ServiceLevel.COMMON.of(queue).value().orElseThrow());
    assertEquals(60.0 / 100, ServiceLevel.STRICT.of(queue).value().orElseThrow());
  }

  @Test
  void waits_and_handling_are_told_for_each() {
    waitsAreOfCallers();
    assertEquals(160_000_000, value(Kpis.ofQueue(queue), Kpis.HANDLE_TIME));
    assertEquals(120_000_000, value(Kpis.ofQueue(queue), Kpis.TALK_TIME));
  }

  private void waitsAreOfCallers() {
    assertEquals(10_000_000, value(Kpis.ofQueue(queue), Kpis.ANSWER_WAIT));
    assertEquals(20_000_000, value(Kpis.ofQueue(queue), Kpis.ABANDON_WAIT));
    assertEquals(0.15, value(Kpis.ofQueue(queue), Kpis.ABANDON_RATE));
    assertEquals(12.0 / 97, value(Kpis.ofQueue(queue), Kpis.LONG_ABANDON_RATE));
  }

  @Test
  void paused_time_counts_against_utilisation_but_not_against_occupancy() {
    assertEquals(500.0 / 1_000, value(Kpis.ofAgent(agent), Kpis.OCCUPANCY));
    assertEquals(450.0 / 1_500, value(Kpis.ofAgent(agent), Kpis.UTILISATION));
    assertEquals(150, value(Kpis.ofAgent(agent), Kpis.HANDLE_TIME));
  }

  @Test
  void whom_we_dialled_is_left_out_but_for_the_first_version() {
    queue.add(QueueFigure.OFFERED, 50);
    queue.add(QueueFigure.OFFERED_DIALLED, 50);
    queue.add(QueueFigure.ANSWERED, 40);
    queue.add(QueueFigure.ANSWERED_DIALLED, 40);
    queue.add(QueueFigure.ANSWERED_IN_TIME, 40);
    queue.add(QueueFigure.ANSWERED_IN_TIME_DIALLED, 40);
    queue.add(QueueFigure.ABANDONED_DIALLED, 10);
    queue.add(QueueFigure.ABANDONED_SHORT, 8);
    queue.add(QueueFigure.ABANDONED_SHORT_DIALLED, 8);
    queue.add(QueueFigure.ABANDONED_IN_TIME, 10);
    queue.add(QueueFigure.ABANDONED_IN_TIME_DIALLED, 10);
    queue.add(QueueFigure.ANSWER_WAIT_MICROS, 40_000_000);
    queue.add(QueueFigure.ANSWER_WAIT_DIALLED_MICROS, 40_000_000);
    queue.add(QueueFigure.ABANDON_WAIT_MICROS, 20_000_000);
    queue.add(QueueFigure.ABANDON_WAIT_DIALLED_MICROS, 20_000_000);

    levelsAreOfCallers();
    waitsAreOfCallers();
    assertEquals(100.0 / 120, ServiceLevel.NAIVE.firstOf(queue).value().orElseThrow());
    assertEquals(119.0 / 145, ServiceLevel.FORGIVING.firstOf(queue).value().orElseThrow());
    assertEquals(100.0 / 134, ServiceLevel.COMMON.firstOf(queue).value().orElseThrow());
    assertEquals(100.0 / 150, ServiceLevel.STRICT.firstOf(queue).value().orElseThrow());
    assertEquals(
        List.of(840_000_000.0 / 120, 320_000_000.0 / 25, 25.0 / 150, 14.0 / 139),
        Kpis.earlierOfQueue(queue).stream().skip(4).map(kpi -> kpi.value().orElseThrow()).toList());
  }

  @Test
  void where_nothing_was_counted_there_is_no_figure() {
    for (Kpi kpi : Kpis.ofQueue(new Tally<>(QueueFigure.class))) {
      assertTrue(kpi.value().isEmpty(), kpi.formula().name());
    }
  }

  @Test
  void every_formula_has_a_name_of_its_own_and_stands_on_the_page() throws IOException {
    String page = Files.readString(Path.of("../docs/reference/kpis.md"));
    List<Kpi> all = new ArrayList<>(Kpis.ofQueue(queue));
    all.addAll(Kpis.ofAgent(agent));
    Set<Formula> formulas = new HashSet<>();
    all.forEach(kpi -> formulas.add(kpi.formula()));
    formulas.addAll(Kpis.earlier());
    Set<String> names = new HashSet<>();
    for (Formula formula : formulas) {
      assertTrue(
          names.add(formula.name() + formula.version()), "two formulas called " + formula.name());
      String row =
          "| " + formula.name() + " | " + formula.version() + " | `" + formula.text() + "` |";
      assertTrue(page.contains(row), "docs/reference/kpis.md lacks the row: " + row);
    }
  }

  private static double value(List<Kpi> kpis, Formula formula) {
    return kpis.stream()
        .filter(kpi -> kpi.formula().equals(formula))
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }
}
