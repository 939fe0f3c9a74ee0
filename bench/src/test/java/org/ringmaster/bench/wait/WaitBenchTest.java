// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.ringmaster.bench.measure.WholeReport;

class WaitBenchTest {

  @Test
  void a_quick_look_ends_and_its_report_has_three_figures_of_each_cell() throws Exception {
    JsonNode report = WholeReport.read("wait", new WaitBench(1, true).run().json());
    assertTrue(report.path("quick").asBoolean());
    assertEquals(3 * 2 * 3, report.path("rows").size());
  }
}
