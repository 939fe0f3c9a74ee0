// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the report of every bench must have, whatever was measured. */
public final class WholeReport {
  private WholeReport() {}

  /** Reads a report and fails where something is missing. */
  public static JsonNode read(String bench, String json) throws JsonProcessingException {
    JsonNode report = new ObjectMapper().readTree(json);
    assertEquals(bench, report.path("bench").asText());
    assertTrue(report.path("machine").path("cores").asInt() > 0);
    assertFalse(report.path("rows").isEmpty());
    for (JsonNode row : report.path("rows")) {
      assertTrue(row.path("ours").isNumber(), row.toString());
      assertTrue(row.path("spread").path("ours").path(1).isNumber(), row.toString());
      assertEquals(row.has("aim"), row.has("met"), row.toString());
    }
    return report;
  }
}
