// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

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

@Tag("postgres")
class StoreBenchTest {

  @TempDir Path folder;

  @Test
  void aQuickLookEndsAndItsReportIsWhole() throws Exception {
    String json = new StoreBench(folder, true, EnumSet.allOf(StorePart.class)).run().json();
    JsonNode report = new ObjectMapper().readTree(json);
    assertEquals("store", report.path("bench").asText());
    assertTrue(report.path("machine").path("fdatasync").path("p99_us").isNumber());
    String server = report.path("versions").path("postgresql").asText();
    assertTrue(server.contains("fsync=on, synchronous_commit=on, full_page_writes=on"), server);
    assertFalse(report.path("rows").isEmpty());
    for (JsonNode row : report.path("rows")) {
      assertTrue(row.path("ours").asDouble() > 0, row.toString());
      assertTrue(row.path("spread").path("ours").path(1).isNumber(), row.toString());
      assertEquals(row.has("aim"), row.has("met"), row.toString());
    }
  }
}
