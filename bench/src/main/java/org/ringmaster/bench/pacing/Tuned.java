// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.pacing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.ringmaster.dialer.pacing.AdaptiveLevelPacer;
import org.ringmaster.dialer.pacing.AdaptiveLevelPacer.Limit;
import org.ringmaster.dialer.pacing.LinesPacer;
import org.ringmaster.dialer.pacing.Pacer;
import org.ringmaster.simulation.outbound.OutboundResult;

/**
 * The settings with which the published pacers do best in each cell: found by trying all of a grid,
 * in hindsight, as nobody can who has to dial. They are kept, and searched again on demand.
 *
 * @param best by cell, what does best
 */
record Tuned(SortedMap<String, Best> best) {
  private static final String KEPT = "tuned.json";
  private static final double ALLOWED_PERCENT = 3.05;
  private static final double AGENT_HOURS = 600;
  private static final long SEED = 77;
  private static final double DROP_LIMIT = 0.03;

  /**
   * The best settings of a cell.
   *
   * @param linesPerIdle lines for each idle agent
   * @param linesPerActive lines for each agent at work
   * @param level VICIdial's level, or highest level
   * @param adaptive whether VICIdial's level adapts
   */
  record Best(double linesPerIdle, double linesPerActive, double level, boolean adaptive) {
    Pacer perIdle() {
      return LinesPacer.perIdle(linesPerIdle);
    }

    Pacer vicidialPerActive() {
      return vicidial(linesPerActive, false, false);
    }

    Pacer vicidialBest() {
      return vicidial(level, adaptive, true);
    }
  }

  /** The settings that are kept. */
  static Tuned kept() throws IOException {
    try (InputStream in = Tuned.class.getResourceAsStream(KEPT)) {
      return new ObjectMapper().readValue(Objects.requireNonNull(in, KEPT), Tuned.class);
    }
  }

  Best of(Cell cell) {
    return Objects.requireNonNull(best.get(key(cell)), () -> "not tuned: " + cell.text());
  }

  /** Searches the best settings of some cells. */
  static Tuned search(Iterable<Cell> cells) {
    SortedMap<String, Best> found = new TreeMap<>();
    for (Cell cell : cells) {
      double idle = best(cell, grid(1, 15, 0.25), LinesPacer::perIdle);
      double active = best(cell, grid(1, 5, 0.1), lines -> vicidial(lines, false, false));
      double ratio = best(cell, grid(1, 15, 0.25), lines -> vicidial(lines, false, true));
      double adaptive = best(cell, grid(1, 15, 0.25), lines -> vicidial(lines, true, true));
      boolean adapts =
          run(cell, vicidial(adaptive, true, true)).utilisationPercent()
              > run(cell, vicidial(ratio, false, true)).utilisationPercent();
      found.put(key(cell), new Best(idle, active, adapts ? adaptive : ratio, adapts));
    }
    return new Tuned(found);
  }

  String json() throws IOException {
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
  }

  private static Pacer vicidial(double level, boolean adaptive, boolean idleOnly) {
    return new AdaptiveLevelPacer(
        new AdaptiveLevelPacer.Settings(
            level,
            DROP_LIMIT,
            0,
            idleOnly,
            adaptive ? Limit.HARD : Limit.RATIO,
            Cell.HOURS_OF_DAY));
  }

  private static double best(Cell cell, double[] grid, DoubleFunction<Pacer> pacer) {
    double best = grid[0];
    double most = 0;
    for (double lines : grid) {
      OutboundResult result = run(cell, pacer.apply(lines));
      if (result.abandonedPercent() <= ALLOWED_PERCENT && result.utilisationPercent() > most) {
        most = result.utilisationPercent();
        best = lines;
      }
    }
    return best;
  }

  private static OutboundResult run(Cell cell, Pacer pacer) {
    return cell.run(pacer, SEED, AGENT_HOURS);
  }

  private static double[] grid(double from, double to, double by) {
    return DoubleStream.iterate(from, at -> at <= to, at -> at + by).toArray();
  }

  private static String key(Cell cell) {
    return "%d agents, %d %%".formatted(cell.agents(), cell.answerPercent());
  }
}
