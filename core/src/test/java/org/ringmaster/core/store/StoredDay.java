// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.ringmaster.core.kernel.RecordedFact;

/** A simulated day in a database of its own. */
public final class StoredDay {

  /** When the day begins, epoch microseconds. */
  public static final long START_MICROS = SimulatedDay.START_MICROS;

  private StoredDay() {}

  /** So many facts of a day; calls are going on at their end. */
  public static List<RecordedFact> inTheMiddle(long seed, int count) {
    return SimulatedDay.facts(seed, count);
  }

  /**
   * A store that has the facts, written by a store that was closed and opened again in the middle.
   * The caller closes it.
   */
  public static JourneyStore of(List<RecordedFact> day, Duration wait) throws Exception {
    return of(day, wait, PostgresForTests.newDatabase(), PostgresForTests::options);
  }

  /** The same, in a store of more than the core's tables. */
  public static JourneyStore of(
      List<RecordedFact> day,
      Duration wait,
      StoreAddress address,
      Function<StoreAddress, StoreOptions> options)
      throws Exception {
    int half = day.size() / 2;
    try (JourneyStore first = JourneyStore.open(options.apply(address))) {
      first.follow(new ManualSource().add(day.subList(0, half)));
      assertTrue(first.awaitApplied(half, wait), () -> first.progress().toString());
    }
    JourneyStore store = JourneyStore.open(options.apply(address));
    store.follow(new ManualSource().add(day));
    assertTrue(store.awaitApplied(day.size(), wait), () -> store.progress().toString());
    return store;
  }
}
