// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import org.jspecify.annotations.Nullable;

/** One call to a lead. */
final class Line {
  final int lead;
  final int before;
  final int hour;
  final long dialledMicros;
  final boolean isMachine;
  final Spending.Bill bill;
  Crew.@Nullable Work talk;
  boolean over;

  /**
   * One that rings.
   *
   * @param before how often the lead had been dialled before
   * @param hour of the day in which it was dialled
   * @param bill what it costs
   */
  Line(int lead, int before, int hour, long dialledMicros, Spending.Bill bill) {
    this(lead, before, hour, dialledMicros, bill, false);
  }

  private Line(
      int lead, int before, int hour, long dialledMicros, Spending.Bill bill, boolean isMachine) {
    this.lead = lead;
    this.before = before;
    this.hour = hour;
    this.dialledMicros = dialledMicros;
    this.bill = bill;
    this.isMachine = isMachine;
  }

  /** The same, now that it was answered by somebody or a machine, and waits for an agent. */
  Line answered(boolean byMachine) {
    return new Line(lead, before, hour, dialledMicros, bill, byMachine);
  }

  /** An agent has it. */
  void isWith(Crew.Work agents) {
    talk = agents;
  }
}
