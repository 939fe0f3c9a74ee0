// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.config.FirstConfiguration;

/**
 * The whole way on real parts: SIP callers, Asterisk, agents' telephones, the journal, PostgreSQL.
 */
@Tag("lab")
class SpineTest {

  private static final String[] AGENTS = {"anna", "bruno", "chen", "dora", "emre"};

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void callersReachAgentsAndEveryLegIsInTheStore() throws Exception {
    try (LabCentre centre = LabCentre.start(FirstConfiguration.text(), folder)) {
      centre.begin(AGENTS);
      for (String telephone : List.of("tel03", "tel04", "tel05")) {
        centre
            .outside()
            .telephone(
                LabCentre.EDGE,
                telephone,
                TelephoneBehaviour.answers(
                    DrawnMillis.between(500, 1500), DrawnMillis.untilOtherEnds()));
      }
      for (int i = 0; i < 10; i++) {
        centre
            .outside()
            .call(
                "49301000",
                "4930555%03d".formatted(i),
                CallerBehaviour.talks(DrawnMillis.between(1000, 2000)));
      }
      Waiting.until(
          () -> centre.count("calls where ended_at is not null") >= 10,
          60,
          "ten calls have ended and are in the store");

      assertEquals(10, centre.count("queue_entries where agent_id is not null"));
      assertEquals(
          0,
          centre.count(
              "legs l join calls c using (cell, call_id)"
                  + " where c.ended_at is not null and l.ended_at is null"
                  + " and l.role <> 'STANDING'"));
      assertEquals(
          10,
          centre.count(
              "(select bridge_id from bridge_stays join bridges using (cell,"
                  + " bridge_id) where kind = 'TALK' group by bridge_id"
                  + " having count(distinct leg_id) = 2) as pairs"));
      centre.witnessAgrees(10);
    }
  }
}
