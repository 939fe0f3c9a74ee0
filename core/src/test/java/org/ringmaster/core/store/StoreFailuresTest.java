// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;
import org.ringmaster.core.kernel.RecordedFact;

@Tag("postgres")
class StoreFailuresTest {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final long SEED = 3;
  private static final int CALLERS = 60;
  private static final List<RecordedFact> DAY = SimulatedDay.whole(SEED, CALLERS);

  private final StoreAddress address = PostgresForTests.newDatabase();

  @Test
  void aConnectionCutInTheMiddleOfTransactionsLosesAndDoublesNothing() throws Exception {
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
      store.follow(new DripSource(DAY, 9));
      for (int cuts = 0; cuts < 15; cuts++) {
        long sequence = DAY.size() * (cuts + 1L) / 20;
        assertTrue(store.awaitApplied(sequence, SOON), () -> store.progress().toString());
        PostgresForTests.run(
            address,
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where application_name = 'ringmaster-writer' and datname = current_database()");
      }
      assertTrue(store.awaitApplied(DAY.size(), SOON), () -> store.progress().toString());
      Waiting.until(() -> store.progress().failure() == null, store::progress);
    }
    mustBeWhole(address);
  }

  @Test
  void aKilledProcessLosesAndDoublesNothing() throws Exception {
    for (int kills = 1; kills <= 3; kills++) {
      long sequence = DAY.size() * (long) kills / 5;
      Process child = WritingChild.start(address, SEED, CALLERS);
      Waiting.until(() -> !child.isAlive() || lastSequence() >= sequence, this::lastSequence);
      assertTrue(child.isAlive(), "the child ended by itself");
      child.destroyForcibly().waitFor();
    }
    long left = lastSequence();
    assertTrue(left < DAY.size(), "the children were too quick");
    fillToTheEnd(address);
    mustBeWhole(address);
  }

  @Test
  void whenPostgresIsAwayFactsWaitAndThenComeInOrder() throws Exception {
    Path folder = PostgresForTests.newFolder();
    EmbeddedStore server = EmbeddedStore.start(folder);
    StoreAddress there = server.address();
    ManualSource source = new ManualSource();
    int half = DAY.size() / 2;
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(there))) {
      store.follow(source.add(DAY.subList(0, half)));
      assertTrue(store.awaitApplied(half, SOON), () -> store.progress().toString());
      server.stop();
      Waiting.until(() -> !store.progress().connected(), store::progress);
      source.add(DAY.subList(half, half + 100));
      assertEquals(100, store.progress().lagFacts());
      assertEquals(half, store.progress().lastAppliedSequence());

      EmbeddedStore again = EmbeddedStore.start(folder);
      assertEquals(there, again.address());
      assertTrue(store.awaitApplied(half + 100, SOON), () -> store.progress().toString());

      ProcessHandle postmaster = ProcessHandle.of(again.processId().orElseThrow()).orElseThrow();
      postmaster.destroyForcibly();
      source.add(DAY.subList(half + 100, DAY.size()));
      postmaster.onExit().get();
      EmbeddedStore.start(folder);
      assertTrue(store.awaitApplied(DAY.size(), SOON), () -> store.progress().toString());
      mustBeWhole(there);
    } finally {
      server.stop();
      PostgresForTests.delete(folder);
    }
  }

  @Test
  void aStoreThatOpensWhilePostgresIsAwayBeginsWhenItComes() throws Exception {
    Path folder = PostgresForTests.newFolder();
    EmbeddedStore server = EmbeddedStore.start(folder);
    StoreAddress there = server.address();
    server.stop();
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(there))) {
      store.follow(new ManualSource().add(DAY));
      Waiting.until(() -> store.progress().failure() != null, store::progress);
      EmbeddedStore.start(folder);
      assertTrue(store.awaitApplied(DAY.size(), SOON), () -> store.progress().toString());
      assertTrue(store.settings().durable());
    } finally {
      server.stop();
      PostgresForTests.delete(folder);
    }
  }

  @Test
  void twoThatWriteAsOneCellDoubleNothing() throws Exception {
    try (JourneyStore one = JourneyStore.open(PostgresForTests.options(address));
        JourneyStore other = JourneyStore.open(PostgresForTests.options(address))) {
      one.follow(new DripSource(DAY, 9));
      other.follow(new DripSource(DAY, 5));
      assertTrue(one.awaitApplied(DAY.size(), SOON), () -> one.progress().toString());
      assertTrue(other.awaitApplied(DAY.size(), SOON), () -> other.progress().toString());
    }
    mustBeWhole(address);
  }

  @Test
  void anotherJournalIsRefused() throws Exception {
    fillToTheEnd(address);
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
      store.follow(new ManualSource().add(DAY.subList(0, 10)));
      Waiting.until(() -> store.progress().failure() != null, store::progress);
      assertTrue(store.progress().failure().contains("another journal"));
    }
    StoreAddress empty = PostgresForTests.newDatabase();
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(empty))) {
      store.follow(new ManualSource().add(DAY.subList(10, 20)));
      Waiting.until(() -> store.progress().failure() != null, store::progress);
      assertTrue(store.progress().failure().contains("goes on with 11"));
    }
    assertEquals("0", PostgresForTests.value(empty, "select count(*) from facts"));
  }

  @Test
  void aJournalThatHasLostFactsAndWrittenOthersIsRefused() throws Exception {
    fillToTheEnd(address);
    List<RecordedFact> other = SimulatedDay.whole(SEED + 1, 2 * CALLERS);
    assertTrue(other.size() > DAY.size(), "it goes on where the store ends");
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
      store.follow(new ManualSource().add(other));
      Waiting.until(() -> store.progress().failure() != null, store::progress);
      assertTrue(store.progress().failure().contains("is another one"), store.progress()::toString);
    }
    mustBeWhole(address);
  }

  @Test
  void rowsThatAPredecessorIsStillCommittingDoNotOutliveAProjectionFilledAnew() throws Exception {
    fillToTheEnd(address);
    PostgresForTests.run(address, "update projections set version = 0 where projection = 'calls'");
    try (Connection predecessor = address.connect("predecessor");
        Statement statement = predecessor.createStatement()) {
      predecessor.setAutoCommit(false);
      statement.execute("update projections set applied_at = now() where projection = 'calls'");
      statement.execute("insert into calls (cell, call_id) values (1, 'of the predecessor')");
      try (JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
        store.follow(new ManualSource().add(DAY));
        Waiting.until(() -> writers("wait_event_type = 'Lock'") == 1, store::progress);
        predecessor.commit();
        assertTrue(store.awaitApplied(DAY.size(), SOON), () -> store.progress().toString());
      }
    }
    mustBeWhole(address);
  }

  @Test
  void aTransactionThatNobodyWorksOnEndsSoonAndLetsTheNextWriterOn() throws Exception {
    CountDownLatch stays = new CountDownLatch(1);
    AtomicReference<Thread> silent = new AtomicReference<>();
    CrashPoints.watch(
        point -> {
          if (point == CrashPoint.STORE_COPIED
              && silent.compareAndSet(null, Thread.currentThread())) {
            Waiting.forEver(stays);
          }
        });
    try (JourneyStore one = JourneyStore.open(PostgresForTests.options(address))) {
      one.follow(new ManualSource().add(DAY));
      Waiting.until(() -> silent.get() != null, one::progress);
      fillToTheEnd(address);
      stays.countDown();
    } finally {
      CrashPoints.watch(null);
      stays.countDown();
    }
    mustBeWhole(address);
  }

  private int writers(String are) {
    return Integer.parseInt(
        PostgresForTests.value(
            address,
            "select count(*) from pg_stat_activity where application_name = 'ringmaster-writer'"
                + " and datname = current_database() and "
                + are));
  }

  @Test
  void aWrongPasswordIsToldAtOnce() {
    StoreAddress wrong = new StoreAddress(address.jdbcUrl(), address.user(), "guess");
    StoreException refused =
        assertThrows(
            StoreException.class, () -> JourneyStore.open(PostgresForTests.options(wrong)));
    assertTrue(refused.getMessage().contains("does not let us in"), refused.getMessage());
    assertFalse(refused.getMessage().contains("guess"));
  }

  private long lastSequence() {
    return Long.parseLong(
        PostgresForTests.value(address, "select coalesce(max(sequence), 0) from facts"));
  }

  private static void fillToTheEnd(StoreAddress address) throws Exception {
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
      store.follow(new ManualSource().add(DAY));
      assertTrue(store.awaitApplied(DAY.size(), SOON), () -> store.progress().toString());
    }
  }

  /** The same rows as where nothing went wrong. */
  private static void mustBeWhole(StoreAddress address) throws Exception {
    try (Connection connection = address.connect("test")) {
      StoreReport report = new StoreVerifier(1).verify(connection);
      assertEquals(List.of(), report.findings());
      assertEquals(DAY.size(), report.facts());
    }
    StoreAddress calm = PostgresForTests.newDatabase();
    fillToTheEnd(calm);
    Map<String, List<String>> expected = ProjectionsTest.tables(calm);
    assertEquals(expected, ProjectionsTest.tables(address));
  }
}
