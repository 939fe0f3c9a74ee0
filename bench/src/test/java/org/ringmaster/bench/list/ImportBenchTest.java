// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("postgres")
class ImportBenchTest {

  @TempDir Path folder;

  @Test
  void aQuickLookEndsAndEveryLedgerIsExactToTheRow() throws Exception {
    JsonNode report = new ObjectMapper().readTree(new ImportBench(folder, 7, true).run().json());
    assertEquals("import", report.path("bench").asText());
    assertEquals(6, report.path("rows").size());
    assertTrue(report.path("rows").path(0).path("ours").asDouble() > 0, report.toString());
  }
}
