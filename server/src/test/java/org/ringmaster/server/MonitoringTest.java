// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringmaster.server.cli.Whereabouts;

/** Alert rules and dashboards over the metrics of a platform at work, in a real Prometheus. */
@Tag("lab")
@ExtendWith(SharedLab.class)
class MonitoringTest {

  @Test
  void everyRuleIsTestedAndEveryQueryOfTheDashboardsIsAnswered(LabCentre shared) throws Exception {
    Process check =
        new ProcessBuilder(
                Path.of("../monitoring/check.sh").toRealPath().toString(),
                shared.platform().address().toString(),
                Whereabouts.tokenFile(shared.folder()).toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(check.waitFor(5, TimeUnit.MINUTES), said);
    assertEquals(0, check.exitValue(), said);
  }
}
