// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.kernel.RecordedFact;

@Tag("postgres")
class StoreWriterTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<RecordedFact> FACTS = SimulatedDay.facts(7, 6_000);

  private final StoreAddress address = PostgresForTests.newDatabase();

  @Test
  void factsAreInTheStoreAsTheyAreInTheJournal() throws Exception {
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
      store.follow(new ManualSource().add(FACTS));
      assertTrue(store.awaitApplied(FACTS.size(), SOON), () -> store.progress().toString());
      assertEquals(0, store.progress().lagFacts());
    }
    assertEquals(FACTS, readBack());
    assertEquals(
        List.of("facts_2026_03_04", "facts_2026_03_05", "facts_2026_03_06", "facts_2026_03_07"),
        PostgresForTests.rows(
            address,
            "select inhrelid::regclass::text from pg_inherits"
                + " where inhparent = 'facts'::regclass order by 1"));
    assertEquals(
        "inbound",
        PostgresForTests.value(
                address,
                "select fact->>'direction' from facts where kind = 'fact.call.call-started'")
            .toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void theJournalIsFollowedWhileItIsWritten(@TempDir Path folder) throws Exception {
    FactFrame frame = new FactFrame(PostgresForTests.CODEC);
    try (FileJournal journal = FileJournal.open(JournalOptions.in(folder, 1).withRoom(0, 0));
        JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
      store.follow(new JournalSource(journal, PostgresForTests.CODEC));
      for (RecordedFact fact : FACTS.subList(0, 500)) {
        journal.append(fact.sequence(), frame.encode(fact));
        if (fact.sequence() % 50 == 0) {
          journal.sync();
        }
      }
      assertTrue(store.awaitApplied(500, SOON), () -> store.progress().toString());
    }
    assertEquals(FACTS.subList(0, 500), readBack());
  }

  @Test
  void aSecondRunGoesOnWhereTheFirstEnded() throws Exception {
    for (int end : List.of(1, 1_000, 1_001, 3_000)) {
      try (JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
        store.follow(new ManualSource().add(FACTS.subList(0, end)));
        assertTrue(store.awaitApplied(end, SOON), () -> store.progress().toString());
      }
    }
    assertEquals(FACTS.subList(0, 3_000), readBack());
  }

  private List<RecordedFact> readBack() throws Exception {
    try (Connection connection = address.connect("test")) {
      return new FactsTable(1, PostgresForTests.CODEC, 0).take(connection, 0, Integer.MAX_VALUE);
    }
  }
}
