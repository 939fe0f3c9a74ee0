// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.bench.measure.WholeReport;

@Tag("postgres")
class KernelBenchTest {

  @TempDir Path folder;

  @Test
  void aQuickLookEndsAndItsReportIsWhole() throws Exception {
    KernelBench bench = new KernelBench(folder, true, EnumSet.allOf(KernelPart.class));
    JsonNode report = WholeReport.read("kernel", bench.run().json());
    assertTrue(report.path("machine").path("fdatasync").path("p99_us").isNumber());
  }
}
