// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class AimTest {

  private static Row row(double... ours) {
    return new Row("a round trip", "us", new Spread(ours))
        .peer("peer", new Spread(100, 200, 300))
        .limit("limit", new Spread(10, 20, 30));
  }

  @Test
  void an_aim_is_judged_round_by_round_so_that_a_slow_round_cancels_out() {
    Aim.Verdict verdict = Aim.atMostTimes(1.5, "limit").judge(row(14, 28, 42));
    assertEquals(1.4, verdict.value(), 1e-9);
    assertTrue(verdict.met());
    assertEquals(0, verdict.missedByPercent());
  }

  @Test
  void what_misses_by_no_more_than_the_rounds_differ_counts_as_met_and_says_so() {
    Aim.Verdict verdict = Aim.atMostTimes(1.5, "limit").judge(row(13, 32, 57));
    assertEquals(1.6, verdict.value(), 1e-9);
    assertTrue(verdict.missedByPercent() > 6);
    assertTrue(verdict.met());
  }

  @Test
  void what_misses_by_more_is_not_met() {
    Aim.Verdict verdict = Aim.atMostTimes(1.5, "limit").judge(row(20, 40, 60));
    assertFalse(verdict.met());
    assertEquals(100.0 / 3, verdict.missedByPercent(), 1e-9);
  }

  @Test
  void another_may_have_to_be_so_many_times_slower() {
    assertTrue(Aim.otherAtLeastTimes(5, "peer").judge(row(20, 40, 60)).met());
    assertFalse(Aim.otherAtLeastTimes(6, "peer").judge(row(20, 40, 60)).met());
  }

  @Test
  void a_figure_may_be_bounded_by_itself() {
    assertTrue(Aim.atMost(0).judge(row(0, 0, 0)).met());
    assertFalse(Aim.atMost(0).judge(row(1, 1, 1)).met());
  }

  @Test
  void medians_and_verdicts_stand_in_the_json() throws Exception {
    Report report = new Report("example", true);
    report.add(row(14, 28, 42).aim(Aim.atMostTimes(1.5, "limit")).aim(Aim.atLeastTimes(1, "peer")));
    JsonNode told = new ObjectMapper().readTree(report.json()).path("rows").path(0);
    assertEquals(28, told.path("ours").asDouble());
    assertEquals(20, told.path("limit").path("limit").asDouble());
    assertEquals(1.4, told.path("ratio").asDouble());
    assertFalse(told.path("met").asBoolean());
    assertTrue(told.path("aims").path(0).path("met").asBoolean());
    assertTrue(new NumbersTable(report.json()).text().contains("missed by 86 %"));
  }
}
