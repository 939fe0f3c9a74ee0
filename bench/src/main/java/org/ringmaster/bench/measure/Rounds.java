// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Contestants who take turns on one machine: every round goes once through all of them, each time
 * beginning with another one, so that what disturbs the machine disturbs all. Not thread-safe.
 */
public final class Rounds {
  private static final long TURN_MILLIS = 60_000;

  private final int count;
  private final Map<String, Turn> turns = new LinkedHashMap<>();
  private final Map<String, Map<String, List<Double>>> results = new LinkedHashMap<>();

  /** So many rounds, at least one. */
  public Rounds(int count) {
    this.count = count;
  }

  /** Adds a contestant. */
  public Rounds with(String contestant, Turn turn) {
    turns.put(contestant, turn);
    return this;
  }

  /** Goes once through all contestants and forgets what came of it. */
  public Rounds warmUp() throws Exception {
    round(0);
    results.clear();
    return this;
  }

  /** Takes all rounds. */
  public Rounds run() throws Exception {
    for (int i = 0; i < count; i++) {
      round(i);
    }
    return this;
  }

  private void round(int number) throws Exception {
    List<String> order = new ArrayList<>(turns.keySet());
    for (int i = 0; i < order.size(); i++) {
      String contestant = order.get((i + number) % order.size());
      keep(contestant, watched(contestant, Objects.requireNonNull(turns.get(contestant))));
    }
  }

  private void keep(String contestant, Figures figures) {
    Map<String, List<Double>> kept =
        results.computeIfAbsent(contestant, name -> new LinkedHashMap<>());
    figures
        .values()
        .forEach((name, value) -> kept.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
  }

  private static Figures watched(String contestant, Turn turn) throws Exception {
    Thread measuring = Thread.currentThread();
    try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
      ScheduledFuture<?> end =
          watch.schedule(measuring::interrupt, TURN_MILLIS, TimeUnit.MILLISECONDS);
      try {
        return turn.take();
      } catch (Exception failed) {
        throw new IllegalStateException(contestant + " could not be measured", failed);
      } finally {
        end.cancel(false);
        watch.shutdownNow();
      }
    }
  }

  /** A figure of a contestant over all rounds that gave it. */
  public Spread of(String contestant, String figure) {
    Map<String, List<Double>> figures = results.getOrDefault(contestant, Map.of());
    List<Double> values = figures.getOrDefault(figure, List.of());
    if (values.isEmpty()) {
      throw new IllegalArgumentException(contestant + " has no " + figure);
    }
    return new Spread(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
