// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;

/** How many agents a second can be given a caller, with many waiting. */
final class Decisions {
  private static final String WALK = "app_queue's walk";
  private static final String SQL = "a select for each";
  private static final String PASS = "one look at each who waits";
  private static final String TURN = "turn";
  private static final long SEED = 1;
  private static final int AGENTS = 1_000;
  private static final int SKILLS = 50;
  private static final int TURN_MILLIS = 2_000;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Path folder;
  private final int callers;
  private final Map<String, Floor> floors = new LinkedHashMap<>();

  Decisions(Path folder, int callers) {
    this.folder = folder;
    this.callers = callers;
  }

  void into(Report report, int rounds) throws Exception {
    try (Chooser ours = new OurChoice(floor("ours"));
        Chooser walk = new QueueWalk(floor(WALK));
        Chooser pass = new OnePass(floor(PASS));
        Chooser sql = new SqlChoice(floor(SQL), folder.resolve("decisions"))) {
      Rounds taken =
          new Rounds(rounds)
              .with("ours", () -> take(ours, "ours"))
              .with(WALK, () -> take(walk, WALK))
              .with(PASS, () -> take(pass, PASS))
              .with(SQL, () -> take(sql, SQL))
              .warmUp()
              .run();
      String where = String.format(", %,d waiting, %,d agents, %d skills", callers, AGENTS, SKILLS);
      report.add(
          row("routing decisions on one core" + where, "1/s", taken, "rate")
              .aim(Aim.atLeast(500_000))
              .aim(Aim.atLeastTimes(100, WALK))
              .note("whom an agent who becomes free is to be given; nothing is recorded or sent"));
      report.add(
          row("a routing decision, p50" + where, "us", taken, "p50")
              .note("what others do on the machine meanwhile is in the rate, but hardly in this"));
      report.add(row("a routing decision, p99" + where, "us", taken, "p99"));
      report.add(
          new Row(
                  "the same with its facts, state and commands" + where,
                  "1/s",
                  taken.of("ours", TURN))
              .note("the whole turn of the kernel, without ring and journal"));
    }
  }

  private Floor floor(String whose) {
    Floor floor = new Floor(SEED, AGENTS, SKILLS, callers);
    floors.put(whose, floor);
    return floor;
  }

  private static Row row(String what, String unit, Rounds taken, String figure) {
    return new Row(what, unit, taken.of("ours", figure))
        .peer(WALK, taken.of(WALK, figure))
        .peer(PASS, taken.of(PASS, figure))
        .peer(SQL, taken.of(SQL, figure));
  }

  private Figures take(Chooser chooser, String whose) throws Exception {
    Floor floor = Objects.requireNonNull(floors.get(whose));
    Histogram nanos = new Histogram(3);
    long spent = 0;
    long turns = 0;
    long until = System.nanoTime() + TURN_MILLIS * 1_000_000L;
    while (System.nanoTime() < until) {
      int agent = floor.nextAgent();
      long began = System.nanoTime();
      int caller = chooser.choose(agent);
      long took = System.nanoTime() - began;
      if (caller < 0) {
        throw new IllegalStateException("agent " + agent + " was given nobody");
      }
      spent += took;
      long given = System.nanoTime();
      chooser.give(agent);
      turns += System.nanoTime() - given;
      nanos.recordValue(took);
      chooser.goOn(agent, floor.nextAfter(caller));
    }
    return Figures.of("rate", nanos.getTotalCount() * NANOS_PER_SECOND / spent)
        .with(TURN, nanos.getTotalCount() * NANOS_PER_SECOND / turns)
        .with("p50", nanos.getValueAtPercentile(50) / NANOS_PER_MICRO)
        .with("p99", nanos.getValueAtPercentile(99) / NANOS_PER_MICRO);
  }
}
