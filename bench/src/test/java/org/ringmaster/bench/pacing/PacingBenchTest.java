// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.ringmaster.dialer.pacing.LinesPacer;
import org.ringmaster.simulation.outbound.OutboundResult;

class PacingBenchTest {

  @Test
  void a_quick_look_ends_and_its_report_is_whole() throws Exception {
    PacingBench bench = new PacingBench(1, true, 1, 10, EnumSet.allOf(PacingPart.class));
    JsonNode report = new ObjectMapper().readTree(bench.run().json());
    assertEquals("pacing", report.path("bench").asText());
    assertFalse(report.path("rows").isEmpty());
    for (JsonNode row : report.path("rows")) {
      assertTrue(row.path("ours").isNumber(), row.toString());
      assertEquals(row.has("aim"), row.has("met"), row.toString());
    }
  }

  @Test
  void the_light_world_gives_progressive_dialling_the_time_that_its_tries_take() {
    // 5 tries until a person answers: 4 x 20.5 s in vain and 11.4 s with an answer, then 140 s of
    // work.
    OutboundResult result = new Cell(20, 20, false).run(LinesPacer.progressive(), 3, 1_200);
    assertEquals(100 * 140 / (140 + 4 * 20.5 + 11.4), result.utilisationPercent(), 0.7);
    assertEquals(0, result.abandoned());
  }

  @Test
  void ours_keeps_within_the_budget_and_far_above_one_line_an_agent() {
    OutboundResult ours = new Cell(20, 20, false).run(Contestant.risk(true, 0.03), 3, 400);
    assertTrue(ours.utilisationPercent() > 87, "" + ours.utilisationPercent());
    assertTrue(ours.abandonedPercent() < 3.3, "" + ours.abandonedPercent());
    OutboundResult careful = new Cell(20, 20, false).run(Contestant.risk(true, 0.01), 3, 400);
    assertTrue(careful.abandonedPercent() < 1.3, "" + careful.abandonedPercent());
  }
}
