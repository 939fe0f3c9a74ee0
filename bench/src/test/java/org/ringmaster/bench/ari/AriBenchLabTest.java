// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.bench.measure.WholeReport;

@Tag("lab")
class AriBenchLabTest {

  @TempDir Path folder;

  @Test
  void aQuickLookEndsAndItsReportIsWhole() throws Exception {
    String json = new AriBench(folder, true, EnumSet.allOf(AriPart.class)).run().json();
    JsonNode report = WholeReport.read("ari", json);
    assertTrue(report.path("versions").path("asterisk").asText().startsWith("22."));
  }
}
