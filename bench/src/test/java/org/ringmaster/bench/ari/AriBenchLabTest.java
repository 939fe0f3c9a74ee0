// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lab")
class AriBenchLabTest {

  @TempDir Path folder;

  @Test
  void aQuickLookEndsAndItsReportIsWhole() throws Exception {
    String json = new AriBench(folder, true, EnumSet.allOf(AriPart.class)).run().json();
    JsonNode report = new ObjectMapper().readTree(json);
    assertEquals("ari", report.path("bench").asText());
    assertTrue(report.path("machine").path("cores").asInt() > 0);
    assertTrue(report.path("versions").path("asterisk").asText().startsWith("22."));
    assertFalse(report.path("rows").isEmpty());
    for (JsonNode row : report.path("rows")) {
      assertTrue(row.path("ours").isNumber(), row.toString());
      assertTrue(row.path("spread").path("ours").path(1).isNumber(), row.toString());
      assertEquals(row.has("aim"), row.has("met"), row.toString());
    }
  }
}
