// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.simulation.world.BusyCentre;

/**
 * How quickly one thread lives through a simulated day: simulated Asterisk, people, the production
 * kernel and its codec, without anybody who checks.
 */
final class SimulationRate {
  private static final String RATE = "rate";
  private static final String FASTER = "faster";
  private static final long SEED = 1;
  private static final long STEP_MICROS = 1_000_000;
  private static final double MICROS_PER_SECOND = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private final int inputs;

  /**
   * Makes the measurement.
   *
   * @param inputs how many a turn lives through at least
   */
  SimulationRate(int inputs) {
    this.inputs = inputs;
  }

  void into(Report report, int rounds) throws Exception {
    Rounds taken = new Rounds(rounds).with("ours", this::day).warmUp().run();
    report.add(
        new Row("inputs of a simulated day, one thread", "1/s", taken.of("ours", RATE))
            .aim(Aim.atLeast(100_000))
            .note(
                "a hundred agents and 1,600 callers an hour on a simulated Asterisk, with the"
                    + " production kernel; nothing is checked meanwhile"));
    report.add(new Row("simulated time beside real time", "x", taken.of("ours", FASTER)));
  }

  private Figures day() {
    BusyCentre busy = TakenDay.centre(SEED);
    long start = busy.centre().agenda().micros();
    long began = System.nanoTime();
    TakenDay.opens(busy);
    while (busy.centre().inputs() < inputs) {
      busy.centre().run(STEP_MICROS);
    }
    double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
    double lived = (busy.centre().agenda().micros() - start) / MICROS_PER_SECOND;
    return Figures.of(RATE, busy.centre().inputs() / seconds).with(FASTER, lived / seconds);
  }
}
