// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.bench.measure.WholeReport;

@Tag("lab")
class OutagesLabTest {
  private static final long CUT_SECONDS = Long.getLong("ringmaster.test.cutSeconds", 3);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void whatHappenedWhileTheSocketWasCutIsInTheBooksAfterwards() throws Exception {
    SocketCut.Outcome seen = new SocketCut(folder, 20, 8, CUT_SECONDS).run();

    assertEquals(0, seen.lost(), "nobody else was cut off");
    assertEquals(List.of(), seen.findings());
    assertTrue(seen.boardMillis() > 0 && seen.storeMillis() >= seen.boardMillis());
  }

  @Test
  void whereOneAsteriskCrashesItsLegsAreClosedAndTheOthersGoOn() throws Exception {
    NodeCrash.Outcome seen = new NodeCrash(folder, 4).run();

    assertEquals(0, seen.lost(), "nobody on the other edge was cut off");
    assertEquals(0, seen.wrong(), "its legs are marked as ends that nobody saw or CEL told");
    assertEquals(List.of(), seen.findings());
  }

  @Test
  void callersDoNotNoticeThatPostgresIsAway() throws Exception {
    StoreGone.Outcome seen = new StoreGone(folder, 2, 4, 5).run();

    assertTrue(seen.served() > 0, "some came and talked meanwhile");
    assertEquals(List.of(), seen.unserved());
    assertEquals(List.of(), seen.findings());
  }

  @Test
  void aQuickLookAtAllThreeEndsAndItsReportIsWhole() throws Exception {
    String json =
        new OutagesBench(folder, true, EnumSet.allOf(OutagePart.class), CUT_SECONDS, CUT_SECONDS)
            .run()
            .json();

    JsonNode report = WholeReport.read("outages", json);
    assertTrue(report.path("quick").asBoolean());
    assertEquals(12, report.path("rows").size());
  }

  @Test
  void aQuickLookAtAComebackEndsAndItsReportIsWhole() throws Exception {
    String json = new RecoveryBench(folder, true, 50_000, 20, 1).run().json();

    WholeReport.read("recovery", json);
  }
}
