// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Fault;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bench {@code chaos}: many short seeds, or the same with guarantees broken on purpose. */
final class ChaosBench {
  private static final Logger LOG = LoggerFactory.getLogger(ChaosBench.class);
  private static final int TOLD_EVERY = 100;
  private static final double NANOS = 1e9;

  private final long firstSeed;
  private final int seeds;
  private final List<ChaosSeed.Outcome> broken = new ArrayList<>();
  private long inputs;
  private long facts;
  private long callers;
  private long nanos;

  /** So many seeds, one after another, from the first on. */
  ChaosBench(long firstSeed, int seeds) {
    this.firstSeed = firstSeed;
    this.seeds = seeds;
  }

  /** Runs all seeds; one that breaks something is told with the command that repeats it. */
  Report run(boolean quick) {
    Report report = new Report("chaos", quick);
    for (int i = 0; i < seeds; i++) {
      ChaosSeed.Outcome outcome = live(firstSeed + i, null);
      if (outcome.broken() != null) {
        broken.add(outcome);
        LOG.error(
            "seed {}: {}\n  ./ringmaster bench chaos --seeds 1 --seed {}",
            outcome.seed(),
            outcome.broken(),
            outcome.seed());
      }
      if ((i + 1) % TOLD_EVERY == 0) {
        LOG.info("{} seeds, {} inputs, {} broken", i + 1, inputs, broken.size());
      }
    }
    report.add(row("seeds, each a short day on which everything goes wrong", "seeds", seeds));
    report.add(row("interleavings: inputs handled", "inputs", inputs).fault(Fault.CHAOS));
    report.add(row("facts checked by every invariant", "facts", facts));
    report.add(row("callers", "callers", callers).fault(Fault.CHAOS));
    report.add(
        row("seeds in which something was broken", "seeds", broken.size())
            .aim(Aim.atMost(0))
            .fault(Fault.CHAOS));
    report.add(row("speed with all checks, one thread", "inputs/s", speed()));
    return report;
  }

  /** Breaks guarantees on purpose, one at a time, each until it is caught. */
  Report run(List<Sabotage> guarantees) {
    Report report = new Report("chaos-broken", false);
    int caught = 0;
    for (Sabotage sabotage : guarantees) {
      ChaosSeed.@Nullable Outcome found = null;
      for (int i = 0; i < seeds && found == null; i++) {
        ChaosSeed.Outcome outcome = live(firstSeed + i, sabotage);
        found = outcome.broken() == null ? null : outcome;
      }
      if (found == null) {
        LOG.error("NOT CAUGHT in {} seeds: {}", seeds, sabotage.words());
      } else {
        caught++;
        LOG.info("caught by seed {}: {}: {}", found.seed(), sabotage.words(), found.broken());
      }
      report.add(
          row(sabotage.words(), "seed that caught it", found == null ? -1 : found.seed())
              .note(found == null ? "not caught" : shortened(String.valueOf(found.broken()))));
    }
    report.add(row("guarantees broken on purpose", "guarantees", guarantees.size()));
    report.add(
        row("of these not caught", "guarantees", guarantees.size() - caught).aim(Aim.atMost(0)));
    return report;
  }

  /** The seeds in which something was broken. */
  List<ChaosSeed.Outcome> broken() {
    return broken;
  }

  long inputs() {
    return inputs;
  }

  private ChaosSeed.Outcome live(long seed, @Nullable Sabotage sabotage) {
    long begun = System.nanoTime();
    ChaosSeed.Outcome outcome = new ChaosSeed(seed, sabotage).run();
    nanos += System.nanoTime() - begun;
    inputs += outcome.inputs();
    facts += outcome.facts();
    callers += outcome.callers();
    return outcome;
  }

  private double speed() {
    return inputs / (nanos / NANOS);
  }

  private static Row row(String what, String unit, double figure) {
    return new Row(what, unit, new Spread(figure));
  }

  private static String shortened(String how) {
    int most = 160;
    return how.length() <= most ? how : how.substring(0, most) + " ...";
  }
}
