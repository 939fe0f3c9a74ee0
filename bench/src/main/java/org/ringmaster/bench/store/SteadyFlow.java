// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.core.store.CoreProjections;
import org.ringmaster.core.store.JournalSource;
import org.ringmaster.core.store.JourneyStore;

/**
 * Facts come into a journal at a steady rate, whether or not the store keeps up, and the store
 * follows with all projections: how long after the journal's sync is a fact durable in PostgreSQL?
 */
final class SteadyFlow {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double KEPT_UP = 20_000;
  private static final long SHORTEST_PAUSE_NANOS = 200_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BenchServer server;
  private final RecordedDay day;
  private final Path folder;

  SteadyFlow(BenchServer server, RecordedDay day, Path folder) {
    this.server = server;
    this.day = day;
    this.folder = folder;
  }

  /** Goes through the plan's steps. */
  void into(Report report, SteadyPlan plan) throws Exception {
    try (Journal journal = FileJournal.open(JournalOptions.in(folder, RecordedDay.CELL));
        JournalReader frames = day.frames(1);
        JourneyStore store =
            JourneyStore.open(
                BenchServer.options(server.database("steady"), CoreProjections.all()))) {
      store.follow(new JournalSource(journal, RecordedDay.CODEC));
      step(new Report("warm-up", true), SteadyPlan.WARM_UP, journal, frames, store);
      for (SteadyPlan.Step step : plan.steps()) {
        step(report, step, journal, frames, store);
      }
    }
  }

  private void step(
      Report report,
      SteadyPlan.Step step,
      Journal journal,
      JournalReader frames,
      JourneyStore store)
      throws Exception {
    try (DurableTimes times = new DurableTimes(store, journal.lastSequence())) {
      long began = System.nanoTime();
      long feeding = feed(step, journal, frames, times, began);
      if (!store.awaitApplied(journal.lastSequence(), PATIENCE)) {
        throw new IllegalStateException("the store does not follow: " + store.progress());
      }
      double keptUp = step.facts() / ((System.nanoTime() - began) / 1e9);
      rows(report, step, times.seen(journal.lastSequence()), keptUp, feeding);
    }
  }

  /** Appends what is due and syncs, again and again; how much later than due the last sync was. */
  private static long feed(
      SteadyPlan.Step step, Journal journal, JournalReader frames, DurableTimes times, long began) {
    double nanosPerFact = 1e9 / step.factsPerSecond();
    long fed = 0;
    while (fed < step.facts()) {
      long due = Math.min(step.facts(), (long) ((System.nanoTime() - began) / nanosPerFact));
      if (due == fed) {
        LockSupport.parkNanos(Math.max(SHORTEST_PAUSE_NANOS, (long) nanosPerFact));
        continue;
      }
      long from = fed;
      for (; fed < due; fed++) {
        if (!frames.next()) {
          throw new IllegalStateException("the day is over");
        }
        journal.append(frames.sequence(), frames.payload());
      }
      times.synced(journal.sync(), (int) (fed - from));
    }
    return System.nanoTime() - began - TimeUnit.SECONDS.toNanos(step.seconds());
  }

  private static void rows(
      Report report, SteadyPlan.Step step, DurableTimes.Seen seen, double keptUp, long lateNanos) {
    String what =
        String.format(
            Locale.ROOT,
            "durable in the journal to durable in PostgreSQL, %,d facts/s for %d s, ",
            step.factsPerSecond(),
            step.seconds());
    Histogram nanos = seen.nanos();
    String note =
        String.format(
            Locale.ROOT,
            "all projections; longest %.0f ms; median of the last third %.1f ms, of the first"
                + " %.1f ms; facts of a commit %,.0f; the feeder ended %.1f ms late",
            nanos.getMaxValue() / NANOS_PER_MILLI,
            seen.lastThird().getValueAtPercentile(50) / NANOS_PER_MILLI,
            seen.firstThird().getValueAtPercentile(50) / NANOS_PER_MILLI,
            seen.factsPerCommit(),
            lateNanos / NANOS_PER_MILLI);
    for (int percentile : new int[] {50, 99}) {
      Spread millis = new Spread(nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI);
      report.add(new Row(what + "p" + percentile, "ms", millis).note(note));
    }
    if (step.factsPerSecond() >= KEPT_UP) {
      report.add(
          new Row(
                  "facts a second kept up with all projections for " + step.seconds() + " s",
                  "facts/s",
                  new Spread(keptUp))
              .aim(Aim.atLeast(KEPT_UP))
              .note("from the first fact to the last one durable in PostgreSQL"));
    }
  }
}
