// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.server.cli.Whereabouts;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.FirstConfiguration;
import org.ringmaster.server.config.LabEdges;

/** Alert rules and dashboards over the metrics of a platform at work, in a real Prometheus. */
@Tag("lab")
class MonitoringTest {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void everyRuleIsTestedAndEveryQueryOfTheDashboardsIsAnswered() throws Exception {
    Files.writeString(folder.resolve("ringmaster.yaml"), FirstConfiguration.text());
    Configuration configuration = ConfigurationFile.read(folder.resolve("ringmaster.yaml"));
    LabPlan plan = LabPlan.of(LabEdges.of(configuration).toArray(new EdgePlan[0]));
    try (Lab lab = Lab.start(plan);
        ContactCentre centre =
            new ContactCentre(configuration, folder, new NodePlaces(lab), List::of)) {
      centre.start();
      Process check =
          new ProcessBuilder(
                  Path.of("../monitoring/check.sh").toRealPath().toString(),
                  centre.address().toString(),
                  Whereabouts.tokenFile(folder).toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(check.waitFor(5, TimeUnit.MINUTES), said);
      assertEquals(0, check.exitValue(), said);
    } finally {
      EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
    }
  }
}
