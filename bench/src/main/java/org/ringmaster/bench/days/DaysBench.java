// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Fault;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bench {@code days}: days of a busy centre, several at a time, until enough have called. */
final class DaysBench {
  /** How many ring in on one day, about. */
  static final int CALLS_A_DAY = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(DaysBench.class);
  private static final int DAYS_TO_CATCH = 5;
  private static final long TOLD_EVERY = 200_000;
  private static final double NANOS = 1e9;
  private static final int SHORTENED = 200;

  private final long firstSeed;
  private final long calls;
  private final int threads;
  private final long deadlineNanos;
  private final List<DayRun.Outcome> broken = new ArrayList<>();
  private final Happenings happenings = new Happenings();
  private volatile @Nullable Throwable failure;
  private long nextSeed;
  private long days;
  private long called;
  private long told;
  private long inputs;
  private long facts;
  private long pairs;
  private long given;
  private long givenWhileDue;
  private long keptApart;
  private long givenPastReserve;
  private long longestIdleMicros;
  private long longestWaitMillis;

  /**
   * Makes the bench.
   *
   * @param calls no new day begins once so many have rung in
   * @param threads how many days are lived at a time
   * @param minutes no new day begins after so many
   */
  DaysBench(long firstSeed, long calls, int threads, long minutes) {
    this.firstSeed = firstSeed;
    this.calls = calls;
    this.threads = threads;
    nextSeed = firstSeed;
    deadlineNanos = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
  }

  /** Lives the days; one that breaks something is told with the command that repeats it. */
  Report run(boolean quick) throws InterruptedException {
    Report report = new Report("days", quick);
    long begun = System.nanoTime();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(Thread.ofPlatform().name("days-" + i).start(this::lives));
    }
    for (Thread worker : workers) {
      worker.join();
    }
    if (failure != null) {
      throw new IllegalStateException("a day could not be lived", failure);
    }
    double seconds = (System.nanoTime() - begun) / NANOS;
    report(report, seconds);
    return report;
  }

  private void lives() {
    try {
      for (Long seed = next(); seed != null; seed = next()) {
        add(new DayRun(seed, CALLS_A_DAY, null).run());
      }
    } catch (RuntimeException | Error unforeseen) {
      failure = unforeseen;
      throw unforeseen;
    }
  }

  private synchronized @Nullable Long next() {
    // What the days that are being lived now will bring is counted already.
    long coming = called + (nextSeed - firstSeed - days) * CALLS_A_DAY;
    return coming < calls && System.nanoTime() < deadlineNanos ? nextSeed++ : null;
  }

  private synchronized void add(DayRun.Outcome day) {
    days++;
    called += day.calls();
    inputs += day.inputs();
    facts += day.facts();
    pairs += day.pairs();
    given += day.given();
    givenWhileDue += day.givenWhileDue();
    keptApart += day.keptApart();
    givenPastReserve += day.givenPastReserve();
    longestIdleMicros = Math.max(longestIdleMicros, day.longestIdleMicros());
    longestWaitMillis = Math.max(longestWaitMillis, day.longestWaitMillis());
    happenings.add(day.happenings());
    if (day.broken() != null) {
      broken.add(day);
      LOG.error(
          "seed {}: {}\n  ./ringmaster bench days --calls 1 --seed {}",
          day.seed(),
          day.broken(),
          day.seed());
    }
    if (called - told >= TOLD_EVERY) {
      told = called;
      LOG.info("{} days, {} calls, {} inputs, {} broken", days, called, inputs, broken.size());
    }
  }

  private void report(Report report, double seconds) {
    report.add(row("calls on simulated days of a busy centre", "calls", called).fault(Fault.DAYS));
    report.add(
        row("days in which something was broken", "days", broken.size())
            .aim(Aim.atMost(0))
            .fault(Fault.DAYS)
            .note(
                "every fact before every invariant; the books of all deciders compared after every "
                    + DayRun.BOOKS_TURNS
                    + "th turn; on each "
                    + DayRun.COMPARED_DAYS
                    + "th day all totals, figures, boards, a replay and a snapshot three times"));
    report.add(row("days, each with a centre of its own", "days", days));
    report.add(row("inputs", "inputs", inputs));
    report.add(row("facts", "facts", facts));
    report.add(row("calls, " + threads + " days at a time", "calls/s", called / seconds));
    report.add(row("inputs, " + threads + " days at a time", "inputs/s", inputs / seconds));
    report.add(
        row(
                "longest that an agent was idle beside a caller they might have had",
                "ms",
                longestIdleMicros / 1_000.0)
            .aim(Aim.atMost(FloorJudge.IDLE_MICROS / 1_000.0))
            .fault(Fault.DAYS)
            .note(
                "worked out naively from the truth of the simulated world; while something is"
                    + " broken on purpose, and 20 s more, nobody is judged"));
    report.add(
        row("callers and idle agents who were beside each other for longer", "pairs", pairs)
            .note("none of these agents might have had the caller"));
    report.add(
        row("of these kept apart by nothing but the reserve of another queue", "pairs", keptApart)
            .note("each time that they are looked at counts, at least every 5 s"));
    report.add(row("agents given to callers, each checked", "agents", given));
    report.add(
        row(
                "of these while somebody had waited longer than the ageing bound",
                "agents",
                givenWhileDue)
            .note("each time it was the one who had waited longest of those"));
    report.add(
        row(
                "of these although another queue's reserve needed the agent",
                "agents",
                givenPastReserve)
            .note(
                "the caller had waited as long as anybody may be passed over, or came back to this"
                    + " agent"));
    report.add(row("longest wait seen", "s", longestWaitMillis / 1_000.0));
    for (Map.Entry<String, Long> each : happenings.counts().entrySet()) {
      report.add(row(each.getKey(), "times", each.getValue()));
    }
  }

  /** Plants flaws, one at a time, each until it is caught. */
  Report run(List<Flaw> flaws) {
    Report report = new Report("days-broken", false);
    int caught = 0;
    for (Flaw flaw : flaws) {
      DayRun.@Nullable Outcome found = null;
      for (int i = 0; i < DAYS_TO_CATCH && found == null; i++) {
        DayRun.Outcome day = new DayRun(firstSeed + i, CALLS_A_DAY, flaw).run();
        found = day.broken() == null ? null : day;
      }
      caught += found == null ? 0 : 1;
      String how = found == null ? "not caught" : String.valueOf(found.broken());
      LOG.info("{}: {}", flaw.words(), how);
      report.add(
          row(flaw.words(), "seed that caught it", found == null ? -1 : found.seed())
              .note(how.length() <= SHORTENED ? how : how.substring(0, SHORTENED) + " ..."));
    }
    report.add(row("flaws of these not caught", "flaws", flaws.size() - caught).aim(Aim.atMost(0)));
    return report;
  }

  /** The days in which something was broken. */
  List<DayRun.Outcome> broken() {
    return broken;
  }

  long calls() {
    return called;
  }

  long givenWhileDue() {
    return givenWhileDue;
  }

  /** How many callers and idle agents nothing but a reserve kept apart. */
  long keptApart() {
    return keptApart;
  }

  /** How many agents were given although a reserve needed them, rightly. */
  long givenPastReserve() {
    return givenPastReserve;
  }

  /** How often what happened. */
  Map<String, Long> happenings() {
    return happenings.counts();
  }

  private static Row row(String what, String unit, double figure) {
    return new Row(what, unit, new Spread(figure));
  }
}
