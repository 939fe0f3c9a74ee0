// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.util.function.ToDoubleFunction;

/** What is foreseen. */
public enum ForecastFigure {
  /** Calls dialled. */
  CALLS("calls", "", RunResult::calls),
  /** Calls that came to an agent. */
  CONNECTS("connects", "", RunResult::connected),
  /** Calls that are taken for machines and given up, where the campaign screens for them. */
  MACHINES("machines given up", "", RunResult::machines),
  /** Talk of all agents. */
  TALK_HOURS("talk", "h", RunResult::talkHours),
  /** The part of their time at work for which agents wait. */
  IDLE("idle", "%", RunResult::idlePercent),
  /** The part of live answers that have no agent in time. */
  ABANDONED("abandoned", "%", RunResult::abandonedPercent),
  /** From the beginning until nineteen of twenty leads are done. */
  MOSTLY("19 of 20 leads done after", "h", RunResult::mostlyHours),
  /** From the beginning until no lead is left. */
  FINISH("all done after", "h", RunResult::hours),
  /** What the calls cost, in the currency of the trunk's rates, where it has any. */
  COST("cost", "", RunResult::cost);

  private final String words;
  private final String unit;
  private final ToDoubleFunction<RunResult> reading;

  ForecastFigure(String words, String unit, ToDoubleFunction<RunResult> reading) {
    this.words = words;
    this.unit = unit;
    this.reading = reading;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** In what it is counted; empty for things, and for money, whose currency the result says. */
  public String unit() {
    return unit;
  }

  /** What it was in a run. */
  public double of(RunResult run) {
    return reading.applyAsDouble(run);
  }
}
