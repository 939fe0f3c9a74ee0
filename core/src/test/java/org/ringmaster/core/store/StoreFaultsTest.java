// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.kernel.RecordedFact;

/** Batches that cannot be written although PostgreSQL is there. */
@Tag("postgres")
class StoreFaultsTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<RecordedFact> DAY = SimulatedDay.whole(3, 20);

  private final StoreAddress address = PostgresForTests.newDatabase();

  @Test
  void anErrorInOneBatchIsToldAndTheStoreGoesOn() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    JourneyStore[] open = new JourneyStore[1];
    try (JourneyStore store =
        JourneyStore.open(
            with(
                tries -> {
                  if (tries == 1) {
                    throw new StackOverflowError("one deep fact");
                  }
                  told.add(String.valueOf(open[0].progress().failure()));
                }))) {
      open[0] = store;
      store.follow(new ManualSource().add(DAY));
      assertTrue(store.awaitApplied(DAY.size(), SOON), () -> store.progress().toString());
      assertEquals(List.of("java.lang.StackOverflowError: one deep fact"), told);
    }
  }

  @Test
  void whileEveryTryFailsTheStoreDoesNotSayInBetweenThatAllIsWell() throws Exception {
    List<StoreProgress> seen = new CopyOnWriteArrayList<>();
    JourneyStore[] open = new JourneyStore[1];
    try (JourneyStore store =
        JourneyStore.open(
            with(
                tries -> {
                  if (tries > 1) {
                    seen.add(open[0].progress());
                  }
                  if (tries <= 4) {
                    throw new IllegalStateException("cannot be written");
                  }
                }))) {
      open[0] = store;
      store.follow(new ManualSource().add(DAY));
      assertTrue(store.awaitApplied(DAY.size(), SOON), () -> store.progress().toString());
      assertEquals(4, seen.size());
      for (StoreProgress each : seen) {
        assertFalse(each.connected(), each::toString);
        assertEquals("cannot be written", each.failure());
      }
      Waiting.until(() -> store.progress().connected(), store::progress);
      assertEquals(null, store.progress().failure());
    }
  }

  /** A store whose last projection does something at the first fact of each try. */
  private StoreOptions with(IntConsumer atEachTry) {
    StoreOptions all = PostgresForTests.options(address);
    List<Projection> projections = new ArrayList<>(all.projections());
    projections.add(
        new Projection() {
          private final AtomicInteger tries = new AtomicInteger();

          @Override
          public String name() {
            return "faulty";
          }

          @Override
          public int version() {
            return 1;
          }

          @Override
          public List<StoreTable> tables() {
            return List.of();
          }

          @Override
          public void apply(RecordedFact fact) {
            if (fact.sequence() == 1) {
              atEachTry.accept(tries.incrementAndGet());
            }
          }
        });
    return new StoreOptions(
        all.address(), all.cell(), all.codec(), projections, all.migrations(), 0);
  }
}
