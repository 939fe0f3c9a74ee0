// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * A sum for each figure, whole numbers only. Not thread-safe: owned by the thread that folds.
 *
 * @param <F> what is summed up
 */
public final class Tally<F extends Enum<F>> {

  private final Class<F> kind;
  private final F[] figures;
  private final long[] sums;

  /** All figures at 0. */
  public Tally(Class<F> kind) {
    this.kind = kind;
    figures = kind.getEnumConstants();
    sums = new long[figures.length];
  }

  /** The sum of a figure. */
  public long of(F figure) {
    return sums[figure.ordinal()];
  }

  /** Adds to a figure; a negative amount takes back what was added before. */
  public void add(F figure, long amount) {
    sums[figure.ordinal()] += amount;
  }

  /** Raises a figure that is a maximum, not a sum. */
  public void raise(F figure, long amount) {
    sums[figure.ordinal()] = Math.max(sums[figure.ordinal()], amount);
  }

  /** Another one with the same sums. */
  public Tally<F> copy() {
    Tally<F> copy = new Tally<>(kind);
    System.arraycopy(sums, 0, copy.sums, 0, sums.length);
    return copy;
  }

  /** The figures that are not 0. */
  public Map<F, Long> sums() {
    Map<F, Long> all = new EnumMap<>(kind);
    for (F figure : figures) {
      if (of(figure) != 0) {
        all.put(figure, of(figure));
      }
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tally<?> tally && tally.kind == kind && Arrays.equals(tally.sums, sums);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sums);
  }

  @Override
  public String toString() {
    return sums().toString();
  }
}
