// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Engine and journal alone; with the store it takes a PostgreSQL. */
@Timeout(120)
class CrashSweepTest {

  @TempDir Path folder;

  private Tally sweep(Breakage breakage, int runs) throws Exception {
    return new CrashSweep(folder, null, breakage).run(1, runs);
  }

  @Test
  void whateverPointItDiesAtNothingIsLostAndNothingIsDoubled() throws Exception {
    Tally tally = sweep(Breakage.NONE, 15);
    assertTrue(tally.clean(), tally.shown());
    assertEquals(15, tally.runs());
    assertTrue(tally.facts() > 0);
  }

  @Test
  void commandsThatLeaveBeforeTheirFactsAreSyncedAreSeen() throws Exception {
    Tally tally = sweep(Breakage.COMMANDS_BEFORE_SYNC, 60);
    assertFalse(tally.clean());
    assertTrue(tally.lost() > 0, tally.shown());
  }

  @Test
  void aDiskThatOnlySaysThatItHasSyncedIsSeen() throws Exception {
    Tally tally = sweep(Breakage.NO_SYNC, 60);
    assertFalse(tally.clean());
    assertTrue(tally.lost() > 0, tally.shown());
  }
}
