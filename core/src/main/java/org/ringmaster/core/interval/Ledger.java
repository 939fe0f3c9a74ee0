// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sums by interval and by whom they are about; the oldest intervals are forgotten.
 *
 * @param <K> whom they are about
 * @param <F> what is summed up
 */
final class Ledger<K, F extends Enum<F>> {

  private final Class<F> figures;
  private final TreeMap<Interval, Map<K, Tally<F>>> pages = new TreeMap<>();
  private Interval oldest = new Interval(Long.MIN_VALUE);

  Ledger(Class<F> figures) {
    this.figures = figures;
  }

  void add(K whom, Interval interval, F figure, long amount) {
    of(whom, interval).add(figure, amount);
  }

  /** What is written there; what is written of a forgotten interval is forgotten too. */
  Tally<F> of(K whom, Interval interval) {
    if (interval.compareTo(oldest) < 0) {
      return new Tally<>(figures);
    }
    return pages
        .computeIfAbsent(interval, it -> new LinkedHashMap<>())
        .computeIfAbsent(whom, it -> new Tally<>(figures));
  }

  /** A copy of what is written there. */
  Tally<F> read(K whom, Interval interval) {
    Map<K, Tally<F>> page = pages.get(interval);
    @Nullable Tally<F> tally = page == null ? null : page.get(whom);
    return tally == null ? new Tally<>(figures) : tally.copy();
  }

  void forgetBefore(Interval first) {
    if (first.compareTo(oldest) > 0) {
      oldest = first;
      pages.headMap(first, false).clear();
    }
  }

  /** Every page from the oldest on. */
  void forEach(BiConsumer<Interval, Map<K, Tally<F>>> page) {
    pages.forEach(page);
  }
}
