// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

/**
 * When each lead's numbers were dialled last: none is dialled too often within 24 hours, or all of
 * them together.
 */
final class DialTimes {
  private static final long DAY_SECONDS = 24 * 3_600;
  private static final long SECOND_MICROS = 1_000_000;

  private final int[] starts;
  private final int[] next;
  private final int[] seconds;

  /**
   * As often as the leads say that they were dialled before.
   *
   * @param tries how often a number may be dialled within 24 hours; 0 for as often as one likes
   * @param byPerson whether that is how often a lead may be, whichever of its numbers it is
   */
  DialTimes(ForecastLeads leads, int tries, boolean byPerson) {
    int size = tries > 0 ? leads.size() : 0;
    starts = new int[size + 1];
    next = new int[size];
    for (int lead = 0; lead < size; lead++) {
      starts[lead + 1] = starts[lead] + (byPerson ? 1 : leads.numbers(lead)) * tries;
    }
    seconds = new int[starts[size]];
    for (int lead = 0; lead < size; lead++) {
      for (long at : leads.dials(lead)) {
        dialled(lead, at);
      }
    }
  }

  /** When a lead may be dialled again, epoch microseconds; 0 for at once. */
  long freeAtMicros(int lead, long nowMicros) {
    if (next.length == 0) {
      return 0;
    }
    int oldest = seconds[starts[lead] + next[lead]];
    if (oldest == 0) {
      return 0;
    }
    long free = (oldest + DAY_SECONDS) * SECOND_MICROS;
    return free <= nowMicros ? 0 : free;
  }

  void dialled(int lead, long nowMicros) {
    if (next.length > 0) {
      int most = starts[lead + 1] - starts[lead];
      seconds[starts[lead] + next[lead]] = (int) (nowMicros / SECOND_MICROS);
      next[lead] = (next[lead] + 1) % most;
    }
  }
}
