// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.ringmaster.bench.routing.Arrivals.Arrival;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.lab.Lab;

/**
 * How long the same callers wait for the same agents, once with app_queue and once with us: not the
 * gap between two calls but what it does to those in line.
 */
final class Waits {
  private static final long SEED = 20_261;
  private static final double LOAD = 0.95;
  private static final long DRAIN_MILLIS = 120_000;
  private static final long LOOK_MILLIS = 100;
  private static final MicroClock CLOCK = MicroClock.system();

  private final Lab lab;
  private final int agents;
  private final List<Arrival> arrivals;

  /** Callers who come for so long. */
  Waits(Lab lab, int agents, long millis) {
    this.lab = lab;
    this.agents = agents;
    this.arrivals = Arrivals.drawn(SEED, agents, LOAD, millis);
  }

  /** Lets them call a number, and wait, and talk, until all have gone. */
  LivedWaits at(String number) throws Exception {
    long from = CLOCK.micros();
    long began = System.nanoTime();
    for (int i = 0; i < arrivals.size(); i++) {
      Arrival arrival = arrivals.get(i);
      long due = began + TimeUnit.MILLISECONDS.toNanos(arrival.atMillis());
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
      lab.outside().call(number, "4930444%04d".formatted(i), arrival.behaviour());
    }
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MILLIS);
    while (!lab.outside().calls().isEmpty() || lab.edge().legs() > 0) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("callers are still there: " + lab.outside().calls());
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    LivedWaits lived = LivedWaits.read(lab.edge().celFile(), from, CLOCK.micros());
    if (lived.count() != arrivals.size()) {
      throw new IllegalStateException(
          arrivals.size() + " called, and the event log has " + lived.count());
    }
    return lived;
  }

  /** The rows of one strategy. */
  void into(Report report, String strategy, LivedWaits ours, LivedWaits peers) {
    String where =
        String.format(
            Locale.ROOT,
            ", %s, %d agents, %.2f callers/s",
            strategy,
            agents,
            Arrivals.perSecond(agents, LOAD));
    String note = arrivals.size() + " callers, the same for both; in line until answered or gone";
    report.add(row("mean wait" + where, "ms", LivedWaits::meanMillis, ours, peers).note(note));
    report.add(row("wait, p95" + where, "ms", LivedWaits::p95Millis, ours, peers));
    report.add(row("abandoned" + where, "%", LivedWaits::abandonedPercent, ours, peers));
    report.add(
        row("answered before one who came earlier" + where, "", LivedWaits::inversions, ours, peers)
            .note("pairs of callers of whom the later one was answered first"));
    report.add(row("most passed over" + where, "callers", LivedWaits::mostPassedOver, ours, peers));
    report.add(
        row("inequality of the waits (Gini)" + where, "", LivedWaits::gini, ours, peers)
            .note("of all waits; where most wait nothing, few waits are all the inequality"));
  }

  private static Row row(
      String what,
      String unit,
      ToDoubleFunction<LivedWaits> figure,
      LivedWaits ours,
      LivedWaits peers) {
    double peer = figure.applyAsDouble(peers);
    Row row =
        new Row(what, unit, new Spread(figure.applyAsDouble(ours)))
            .peer("app_queue", new Spread(peer));
    boolean isWait = unit.equals("ms") || unit.equals("%");
    return isWait && peer > 0 ? row.aim(Aim.atMostTimes(1, "app_queue")) : row;
  }
}
