// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

/** One call to a lead. */
final class Line {
  final int lead;
  final int before;
  final int hour;
  final long dialledMicros;
  boolean over;

  /**
   * One that rings, or one that waits for an agent.
   *
   * @param before how often the lead had been dialled before
   * @param hour of the day in which it was dialled
   */
  Line(int lead, int before, int hour, long dialledMicros) {
    this.lead = lead;
    this.before = before;
    this.hour = hour;
    this.dialledMicros = dialledMicros;
  }

  /** The same, now that it was answered. */
  Line answered() {
    return new Line(lead, before, hour, dialledMicros);
  }
}
