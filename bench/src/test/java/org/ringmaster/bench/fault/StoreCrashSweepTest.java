// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.dialer.DialerCentre;

/** Engine, journal and journey store over a real PostgreSQL that waits for its disk. */
@Tag("postgres")
@Timeout(120)
class StoreCrashSweepTest {
  @TempDir static Path server;

  private static Databases databases;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    databases =
        new Databases(server.resolve("postgres"), FactCodec.of(DialerCentre.names().build()));
  }

  @AfterAll
  static void stop() {
    databases.close();
  }

  private Tally sweep(Breakage breakage, int runs) throws Exception {
    return new CrashSweep(folder, databases, breakage).run(1, runs);
  }

  @Test
  void whateverPointItDiesAtStoreAndJournalTellTheSame() throws Exception {
    Tally tally = sweep(Breakage.NONE, 50);
    assertTrue(tally.clean(), tally.shown());
    assertEquals(50, tally.runs());
    assertEquals(1, tally.processes());
  }

  @Test
  void aCursorThatARollbackDoesNotBringBackIsSeen() throws Exception {
    Tally tally = sweep(Breakage.CURSOR_OUTSIDE_TRANSACTION, 120);
    assertTrue(tally.lost() > 0, tally.shown());
  }

  @Test
  void aBatchThatIsWrittenOnceMoreIsSeen() throws Exception {
    Tally tally = sweep(Breakage.INSERTS_TWICE_ON_RETRY, 120);
    assertTrue(tally.doubled() > 0, tally.shown());
  }
}
