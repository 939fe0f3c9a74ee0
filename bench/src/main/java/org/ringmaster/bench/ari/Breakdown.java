// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;

/**
 * Where the time goes between a caller's frame and the answer: stage by stage through our own
 * engine, nobody beside it.
 */
final class Breakdown {
  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final String APP = "ringmaster";

  private final BenchEdge edge;
  private final Path folder;
  private final double seconds;

  /** Callers arrive for so many seconds in a turn. */
  Breakdown(BenchEdge edge, Path folder, double seconds) {
    this.edge = edge;
    this.folder = folder;
    this.seconds = seconds;
  }

  void into(Report report, int rounds, int... rates) throws Exception {
    StageProbe probe = new StageProbe();
    try (EngineUnderTest engine = new EngineUnderTest(folder.resolve("stages"), probe)) {
      engine.start(edge, APP);
      for (int rate : rates) {
        Rounds taken = new Rounds(rounds).with("ours", () -> turn(engine, probe, rate)).run();
        report(report, rate, taken);
      }
    }
    edge.settle(0);
  }

  private Figures turn(EngineUnderTest engine, StageProbe probe, int rate) throws Exception {
    int count = (int) Math.max(20, rate * seconds);
    String extension = edge.arrivingAt(APP, EngineUnderTest.NUMBER);
    CallStages stages = new CallStages();
    AnswerMeter meter = new AnswerMeter(stages);
    probe.tell(stages);
    WireTap.tell(meter);
    WireTap.onFlush(probe::flushed);
    try {
      new CallLoad(edge).run(extension, rate, count, meter);
      long deadline = System.nanoTime() + WAIT_NANOS;
      while (meter.answered() < count && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      engine.check();
      edge.settle(0);
    } finally {
      WireTap.tell(null);
      WireTap.onFlush(nanos -> {});
      probe.tell(null);
    }
    Figures whole = meter.figures(System.nanoTime());
    return stages.figures(whole);
  }

  private static void report(Report report, int rate, Rounds taken) {
    String what = String.format(Locale.ROOT, "of a caller's way at %d calls/s: ", rate);
    for (CallStage stage : CallStages.stagesAfterReading()) {
      both(report, what + stage.words, "us", stage + " ", taken);
    }
    both(report, what + "all of it", "ms", "", taken);
    report.add(new Row(what + "inputs for a call", "inputs", taken.of("ours", "inputs")));
    report.add(new Row(what + "syncs for a call", "syncs", taken.of("ours", "syncs")));
  }

  private static void both(Report report, String what, String unit, String figure, Rounds taken) {
    for (String part : List.of("p50", "p99")) {
      report.add(new Row(what + ", " + part, unit, taken.of("ours", figure + part)));
    }
  }
}
