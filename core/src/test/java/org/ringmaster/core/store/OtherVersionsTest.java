// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.kernel.RecordedFact;

/** A store into which another version of the platform has written, or still will. */
@Tag("postgres")
class OtherVersionsTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<RecordedFact> DAY = SimulatedDay.whole(3, 60);
  private static final List<Projection> ALL = CoreProjections.all();
  private static final Projection NEWEST = ALL.getLast();

  private final StoreAddress address = PostgresForTests.newDatabase();

  @Test
  void aProjectionThatAnOlderVersionDoesNotKnowIsFilledWhenTheNewerOneComesBack() throws Exception {
    write(address, CoreProjections.all(), DAY.size() / 3);
    write(address, CoreProjections.all().subList(0, ALL.size() - 1), 2 * DAY.size() / 3);
    assertEquals(
        Integer.toString(DAY.size() / 3),
        standing(NEWEST.name()),
        "it has not seen more than that");
    write(address, CoreProjections.all(), DAY.size());
    StoreAddress neverOlder = PostgresForTests.newDatabase();
    write(neverOlder, CoreProjections.all(), DAY.size());
    for (StoreTable table : NEWEST.tables()) {
      String count = "select count(*) from " + table.name();
      assertEquals(
          PostgresForTests.value(neverOlder, count),
          PostgresForTests.value(address, count),
          table.name());
    }
  }

  @Test
  void aProjectionOfANewerVersionThatStandsElsewhereIsLeftAloneAndTheStoreGoesOn()
      throws Exception {
    write(address, CoreProjections.all(), DAY.size() / 3);
    PostgresForTests.run(
        address, "insert into projections values (1, 'of a newer version', 1, 10, now())");
    write(address, CoreProjections.all(), DAY.size());
    assertEquals("10", standing("of a newer version"));
  }

  private String standing(String projection) {
    return PostgresForTests.value(
        address,
        "select applied_sequence from projections where cell = 1 and projection = '"
            + projection
            + "'");
  }

  private static void write(StoreAddress to, List<Projection> known, int facts) throws Exception {
    StoreOptions all = PostgresForTests.options(to);
    StoreOptions version =
        new StoreOptions(all.address(), all.cell(), all.codec(), known, all.migrations(), 0);
    try (JourneyStore store = JourneyStore.open(version)) {
      store.follow(new ManualSource().add(DAY.subList(0, facts)));
      assertTrue(store.awaitApplied(facts, SOON), () -> store.progress().toString());
    }
  }
}
