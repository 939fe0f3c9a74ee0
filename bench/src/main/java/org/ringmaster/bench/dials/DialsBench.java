// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.invariant.DialRule;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Fault;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.ringmaster.dialer.campaign.Gate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bench {@code dials}: hours of campaigns, several at a time, until enough were dialled. */
final class DialsBench {
  /** How long the campaigns of one seed dial, in simulated minutes. */
  static final int MINUTES = 75;

  /** So long it takes at most, where a guard is missing, to miss it. */
  static final int SEEDS_TO_CATCH = 12;

  /** They keep nobody back one by one. */
  private static final Set<Gate> OF_CAMPAIGNS =
      EnumSet.of(Gate.KILL_SWITCH, Gate.CAMPAIGN, Gate.TOO_EARLY, Gate.TOO_LATE, Gate.SPEND);

  private static final Logger LOG = LoggerFactory.getLogger(DialsBench.class);
  private static final long MILLION = 1_000_000;
  private static final long TOLD_EVERY = 50_000;
  private static final double NANOS = 1e9;
  private static final int SHORTENED = 200;

  private final long firstSeed;
  private final long calls;
  private final int threads;
  private final int minutes;
  private final List<DialSeed.Outcome> broken = new ArrayList<>();
  private final Map<DialRule, Integer> breaches = new EnumMap<>(DialRule.class);
  private final DialTally tally = new DialTally();
  private volatile @Nullable Throwable failure;
  private long nextSeed;
  private long seeds;
  private long dials;
  private long told;
  private long inputs;
  private long facts;

  /**
   * Makes the bench.
   *
   * @param calls no new seed begins once so many were dialled
   * @param threads how many seeds are lived at a time
   * @param minutes how long the campaigns of one seed dial, in simulated minutes
   */
  DialsBench(long firstSeed, long calls, int threads, int minutes) {
    this.minutes = minutes;
    this.firstSeed = firstSeed;
    this.calls = calls;
    this.threads = threads;
    nextSeed = firstSeed;
  }

  /** Lives the seeds; one that breaks something is told with the command that repeats it. */
  Report run(boolean quick) throws InterruptedException {
    Report report = new Report("dials", quick);
    long begun = System.nanoTime();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(Thread.ofPlatform().name("dials-" + i).start(this::lives));
    }
    for (Thread worker : workers) {
      worker.join();
    }
    if (failure != null) {
      throw new IllegalStateException("a seed could not be lived", failure);
    }
    report(report, quick, (System.nanoTime() - begun) / NANOS);
    return report;
  }

  private void lives() {
    try {
      for (Long seed = next(); seed != null; seed = next()) {
        add(new DialSeed(seed, minutes, null).run());
      }
    } catch (RuntimeException | Error unforeseen) {
      failure = unforeseen;
      throw unforeseen;
    }
  }

  private synchronized @Nullable Long next() {
    // What the seeds that are being lived now will bring is counted as what the others brought.
    long coming = seeds == 0 ? 0 : dials / seeds * (nextSeed - firstSeed - seeds);
    boolean enough = dials + coming >= calls || (calls == 1 && nextSeed > firstSeed);
    return enough ? null : nextSeed++;
  }

  private synchronized void add(DialSeed.Outcome one) {
    seeds++;
    dials += one.dials();
    inputs += one.inputs();
    facts += one.facts();
    tally.add(one.tally());
    if (one.rule() != null) {
      broken.add(one);
      breaches.merge(one.rule(), 1, Integer::sum);
      LOG.error(
          "seed {}: {}: {}\n  ./ringmaster bench dials --calls 1 --seed {}",
          one.seed(),
          one.rule().breaches(),
          one.broken(),
          one.seed());
    }
    if (dials - told >= TOLD_EVERY) {
      told = dials;
      LOG.info("{} seeds, {} dials, {} inputs, {} broken", seeds, dials, inputs, broken.size());
    }
  }

  private void report(Report report, boolean quick, double seconds) {
    report.add(
        row("dials", "dials", dials)
            .aim(Aim.atLeast(quick ? calls : MILLION))
            .fault(Fault.DIALS)
            .note(
                "leads of four campaigns under faults: "
                    + seeds
                    + " seeds, each some hours with a world of its own; a seed stops at the first"
                    + " thing that is broken"));
    for (DialRule rule : DialRule.values()) {
      report.add(
          row(rule.breaches(), "seeds", breaches.getOrDefault(rule, 0))
              .aim(Aim.atMost(0))
              .fault(Fault.DIALS));
    }
    for (Gate gate : Gate.values()) {
      if (!OF_CAMPAIGNS.contains(gate)) {
        Row kept = row("leads kept back: " + gate.words(), "times", tally.of(gate));
        // Who has had all tries is spent, and seldom comes so far as to be asked about.
        report.add(gate == Gate.LEAD_TRIES ? kept : kept.aim(Aim.atLeast(1)));
      }
    }
    // A world in which it never happens proves nothing of what must not happen then.
    for (String what : DialTally.mustHappen()) {
      report.add(row(what, "times", tally.of(what)).aim(Aim.atLeast(1)));
    }
    report.add(row("dials, " + threads + " seeds at a time", "dials/s", dials / seconds));
    report.add(row("inputs, " + threads + " seeds at a time", "inputs/s", inputs / seconds));
    report.add(row("facts, each before every invariant", "facts", facts));
    for (Map.Entry<String, Long> each : tally.counts().entrySet()) {
      if (!each.getKey().equals(DialTally.DIALS)
          && !DialTally.isOfGate(each.getKey())
          && !DialTally.mustHappen().contains(each.getKey())) {
        report.add(row(each.getKey(), "times", each.getValue()));
      }
    }
  }

  /** Removes guards, one at a time, each until it is missed. */
  Report run(List<Sabotage> guards) {
    Report report = new Report("dials-broken", false);
    int missed = 0;
    for (Sabotage sabotage : guards) {
      DialSeed.@Nullable Outcome found = caught(sabotage, firstSeed);
      missed += found == null ? 0 : 1;
      String how =
          found == null || found.rule() == null
              ? "not caught"
              : found.rule().breaches() + ": " + found.broken();
      LOG.info("{}: {}", sabotage.words(), how);
      report.add(
          row(sabotage.words(), "seed that caught it", found == null ? -1 : found.seed())
              .note(how.length() <= SHORTENED ? how : how.substring(0, SHORTENED) + " ..."));
    }
    report.add(row("guards removed on purpose", "guards", guards.size()));
    report.add(row("of these not missed", "guards", guards.size() - missed).aim(Aim.atMost(0)));
    return report;
  }

  /** The first seed in which the rule that the guard keeps is broken without it; null for none. */
  static DialSeed.@Nullable Outcome caught(Sabotage sabotage, long firstSeed) {
    for (int i = 0; i < SEEDS_TO_CATCH; i++) {
      DialSeed.Outcome outcome = new DialSeed(firstSeed + i, MINUTES, sabotage).run();
      if (outcome.rule() == sabotage.rule()) {
        return outcome;
      }
    }
    return null;
  }

  /** The seeds in which something was broken. */
  List<DialSeed.Outcome> broken() {
    return broken;
  }

  long dials() {
    return dials;
  }

  /** How often what happened. */
  DialTally tally() {
    return tally;
  }

  private static Row row(String what, String unit, double figure) {
    return new Row(what, unit, new Spread(figure));
  }
}
