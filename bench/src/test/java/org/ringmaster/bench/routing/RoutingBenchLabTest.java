// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.bench.measure.WholeReport;

@Tag("lab")
class RoutingBenchLabTest {

  @TempDir Path folder;

  @Test
  void aQuickLookBesideAppQueueEndsAndItsReportIsWhole() throws Exception {
    WholeReport.read(
        "routing",
        new RoutingBench(folder, true, 1, EnumSet.allOf(RoutingPart.class)).run().json());
  }
}
