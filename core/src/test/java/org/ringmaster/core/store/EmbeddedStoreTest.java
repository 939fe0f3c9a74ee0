// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
class EmbeddedStoreTest {
  private final Path folder = PostgresForTests.newFolder();

  @AfterEach
  void stopAndDelete() {
    EmbeddedStore.stop(folder, EmbeddedStore.defaultCache());
    PostgresForTests.delete(folder);
  }

  @Test
  void waitsForTheDiskListensOnLoopbackAndAsksForAPassword() throws Exception {
    StoreAddress address = EmbeddedStore.start(folder).address();
    try (Connection connection = address.connect("test")) {
      StoreSettings settings = StoreSettings.of(connection);
      assertEquals("on", settings.fsync());
      assertEquals("on", settings.synchronousCommit());
      assertEquals("on", settings.fullPageWrites());
      assertTrue(settings.durable());
      assertEquals(folder.toRealPath().resolve("data").toString(), settings.dataFolder());
      assertEquals(18, settings.serverVersionNumber() / 10_000);
    }
    assertEquals("127.0.0.1", PostgresForTests.value(address, "show listen_addresses"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))));
    StoreAddress wrong = new StoreAddress(address.jdbcUrl(), address.user(), "guess");
    SQLException refused = assertThrows(SQLException.class, () -> wrong.connect("test"));
    assertEquals("28P01", refused.getSQLState());
    assertEquals(
        "0",
        PostgresForTests.value(
            address,
            "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"));
  }

  @Test
  void oneThatRunsIsFoundAndUsedAgain() {
    EmbeddedStore first = EmbeddedStore.start(folder);
    PostgresForTests.run(first.address(), "create table public.kept as select 42 as answer");
    EmbeddedStore second = EmbeddedStore.start(folder);
    assertTrue(second.wasRunning());
    assertEquals(first.processId(), second.processId());
    assertEquals("42", PostgresForTests.value(second.address(), "select answer from public.kept"));
  }

  @Test
  void whatIsCommittedOutlivesAKilledPostmasterAndAStop() throws Exception {
    EmbeddedStore first = EmbeddedStore.start(folder);
    PostgresForTests.run(first.address(), "create table public.kept as select 42 as answer");
    ProcessHandle postmaster = ProcessHandle.of(first.processId().orElseThrow()).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().get();

    EmbeddedStore second = EmbeddedStore.start(folder);
    assertFalse(second.wasRunning());
    assertEquals("42", PostgresForTests.value(second.address(), "select answer from public.kept"));
    assertTrue(EmbeddedStore.stop(folder, EmbeddedStore.defaultCache()));
    assertTrue(second.processId().isEmpty());
    assertFalse(EmbeddedStore.stop(folder, EmbeddedStore.defaultCache()));

    EmbeddedStore third = EmbeddedStore.start(folder);
    assertEquals("42", PostgresForTests.value(third.address(), "select answer from public.kept"));
    assertEquals(first.address(), third.address());
  }

  @Test
  void aLockFileWhoseNumberIsAnotherProgramsNowIsForgotten() throws Exception {
    EmbeddedStore first = EmbeddedStore.start(folder);
    Path lock = folder.resolve("data").resolve("postmaster.pid");
    String lines = Files.readString(lock);
    first.stop();
    String ours = Long.toString(ProcessHandle.current().pid());
    Files.writeString(lock, ours + lines.substring(lines.indexOf('\n')));

    EmbeddedStore second = EmbeddedStore.start(folder);
    assertFalse(second.wasRunning());
    assertEquals("1", PostgresForTests.value(second.address(), "select 1"));
  }

  @Test
  void aFirstStartThatWasCutOffIsMadeAgain() throws Exception {
    Path half = Files.createDirectories(folder.resolve("data.unfinished").resolve("base"));
    Files.writeString(half.resolve("1"), "half");
    assertEquals("1", PostgresForTests.value(EmbeddedStore.start(folder).address(), "select 1"));
  }

  @Test
  void dataOfAnotherMajorVersionIsNotTouchedButExplained() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data").resolve("PG_VERSION"), "17\n");
    StoreException refused = assertThrows(StoreException.class, () -> EmbeddedStore.start(folder));
    assertTrue(refused.getMessage().contains("made by PostgreSQL 17"), refused.getMessage());
    assertTrue(refused.getMessage().contains("ringmaster.yaml"), refused.getMessage());
  }
}
