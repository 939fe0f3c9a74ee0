// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lab")
class CampaignBenchLabTest {

  @TempDir Path folder;

  @Test
  void a_quick_look_works_a_list_through_and_compares_some_seconds_with_the_simulation()
      throws Exception {
    JsonNode report =
        new ObjectMapper()
            .readTree(
                new CampaignBench(folder, 1, true, EnumSet.allOf(CampaignPart.class)).run().json());
    assertEquals("campaign", report.path("bench").asText());
    for (JsonNode row : report.path("rows")) {
      if (row.path("unit").asText().equals("attempts")
          || row.path("unit").asText().equals("legs")) {
        assertTrue(row.path("met").asBoolean(), row.toString());
      }
    }
    assertTrue(report.path("rows").size() >= 6, report.toString());
  }
}
