// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.bench.measure.WholeReport;

@Tag("postgres")
class CrashBenchTest {

  @TempDir Path folder;

  @Test
  void aQuickLookEndsItsReportIsWholeAndNothingIsLost() throws Exception {
    String json = new CrashBench(folder, true, 1, 10_000, 0).run().json();
    JsonNode report = WholeReport.read("crash", json);
    assertTrue(report.path("machine").path("fdatasync").path("p99_us").isNumber());
    for (JsonNode row : report.path("rows")) {
      assertTrue(!row.has("met") || row.path("met").asBoolean(), row.toString());
    }
  }
}
