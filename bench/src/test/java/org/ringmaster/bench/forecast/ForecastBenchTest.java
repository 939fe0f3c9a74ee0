// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ForecastBenchTest {

  @Test
  void a_quick_look_ends_and_its_report_has_each_figure_of_each_scenario() throws Exception {
    JsonNode report = new ObjectMapper().readTree(new ForecastBench(1, true, 10, 5).run().json());
    assertEquals("forecast", report.path("bench").asText());
    assertEquals(3 * 8 + 7, report.path("rows").size());
    for (JsonNode row : report.path("rows")) {
      assertTrue(row.path("ours").isNumber(), row.toString());
      assertTrue(row.has("note"), row.toString());
    }
  }
}
