// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.campaign.AttemptOutcome;

/**
 * One campaign's results in slices of ten seconds, of the last quarter of an hour and since the
 * beginning. Takes the same memory however much is counted. Owned by the board thread; what it
 * shows is immutable.
 */
final class ResultCounts {

  /** What was counted, in a snapshot. */
  record Saved(Row all, List<Row> slices) {}

  /**
   * Counts in a snapshot; outcomes by their names, so that there may be more of them one day.
   *
   * @param slice of which slice; 0 for those since the beginning
   */
  record Row(long slice, List<Long> counts, Map<AttemptOutcome, Long> ended) {}

  static final int DIALLED = 0;
  static final int ANSWERED = 1;
  static final int CONNECTED = 2;
  static final int ABANDONED = 3;
  static final int IDLE_MICROS = 4;
  static final int RINGING_MICROS = 5;

  private static final int FIXED = 6;
  private static final AttemptOutcome[] OUTCOMES = AttemptOutcome.values();
  private static final long SLICE_MICROS = 10_000_000;
  private static final int SLICES_PER_MINUTE = 6;
  private static final int MOST_MINUTES = 15;
  private static final int SLICES = MOST_MINUTES * SLICES_PER_MINUTE + 1;

  private @Nullable Slice[] slices = new Slice[SLICES];
  private long[] totals = new long[FIXED + OUTCOMES.length];
  private boolean isShown;

  private record Slice(long number, long[] counts) {}

  /** What was counted up to a moment; immutable. */
  record Shown(@Nullable Slice[] slices, long[] totals) {

    /** The last so many minutes before an instant, epoch microseconds; 15 at most. */
    CarrierResults last(int minutes, long nowMicros) {
      long first = slice(nowMicros) - (long) minutes * SLICES_PER_MINUTE;
      long[] sums = new long[FIXED + OUTCOMES.length];
      for (Slice slice : slices) {
        if (slice != null && slice.number() > first) {
          for (int i = 0; i < sums.length; i++) {
            sums[i] += slice.counts()[i];
          }
        }
      }
      return results(sums);
    }

    CarrierResults all() {
      return results(totals);
    }
  }

  private static CarrierResults results(long[] counts) {
    Map<AttemptOutcome, Long> ended = new EnumMap<>(AttemptOutcome.class);
    for (AttemptOutcome outcome : OUTCOMES) {
      ended.put(outcome, counts[FIXED + outcome.ordinal()]);
    }
    return new CarrierResults(
        counts[DIALLED],
        counts[ANSWERED],
        counts[CONNECTED],
        Math.max(0, counts[ABANDONED]), // One may be taken back after its minute.
        counts[IDLE_MICROS],
        counts[RINGING_MICROS],
        Collections.unmodifiableMap(ended));
  }

  private static long slice(long micros) {
    return Math.floorDiv(micros, SLICE_MICROS);
  }

  void ended(AttemptOutcome outcome, long atMicros) {
    add(FIXED + outcome.ordinal(), 1, atMicros);
  }

  void add(int what, long many, long atMicros) {
    if (isShown) { // Whoever looks keeps what they were given.
      isShown = false;
      slices = slices.clone();
      totals = totals.clone();
    }
    totals[what] += many;
    long number = slice(atMicros);
    int place = place(number);
    Slice there = slices[place];
    long[] counts =
        there != null && there.number() == number
            ? there.counts().clone()
            : new long[FIXED + OUTCOMES.length];
    counts[what] += many;
    slices[place] = new Slice(number, counts);
  }

  Saved save() {
    List<Row> rows = new ArrayList<>();
    for (Slice slice : slices) {
      if (slice != null) {
        rows.add(row(slice.number(), slice.counts()));
      }
    }
    return new Saved(row(0, totals), List.copyOf(rows));
  }

  private static Row row(long slice, long[] counts) {
    List<Long> fixed = new ArrayList<>();
    for (int what = 0; what < FIXED; what++) {
      fixed.add(counts[what]);
    }
    return new Row(slice, List.copyOf(fixed), results(counts).ended());
  }

  /** Takes over what was saved, in place of all that is counted. */
  void load(Saved saved) {
    isShown = false;
    totals = counts(saved.all());
    slices = new Slice[SLICES];
    for (Row row : saved.slices()) {
      slices[place(row.slice())] = new Slice(row.slice(), counts(row));
    }
  }

  private static long[] counts(Row row) {
    long[] counts = new long[FIXED + OUTCOMES.length];
    for (int what = 0; what < StrictMath.min(FIXED, row.counts().size()); what++) {
      counts[what] = row.counts().get(what);
    }
    row.ended().forEach((outcome, many) -> counts[FIXED + outcome.ordinal()] = many);
    return counts;
  }

  private static int place(long slice) {
    return (int) Math.floorMod(slice, (long) SLICES);
  }

  Shown show() {
    isShown = true;
    return new Shown(slices, totals);
  }
}
