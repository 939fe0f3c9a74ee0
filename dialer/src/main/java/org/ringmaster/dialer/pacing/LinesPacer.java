// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

/**
 * So many lines for each agent, as fixed-ratio ("power") dialling does. With one line for each idle
 * agent it is progressive dialling. Two ways to count: idle agents against calls that ring or wait,
 * or all agents at work against calls that ring, wait or are in talk.
 */
public final class LinesPacer implements Pacer {
  private final double lines;
  private final boolean idleOnly;

  private LinesPacer(double lines, boolean idleOnly) {
    this.lines = lines;
    this.idleOnly = idleOnly;
  }

  /** One line for each idle agent. */
  public static LinesPacer progressive() {
    return perIdle(1);
  }

  /** So many lines for each idle agent. */
  public static LinesPacer perIdle(double lines) {
    return new LinesPacer(lines, true);
  }

  /** So many lines for each agent at work, talks included. */
  public static LinesPacer perActive(double lines) {
    return new LinesPacer(lines, false);
  }

  @Override
  public Pacing decide(PacingMoment moment) {
    return Pacing.lines(wanted(moment, lines, idleOnly), moment);
  }

  static int wanted(PacingMoment moment, double lines, boolean idleOnly) {
    int agents = idleOnly ? moment.idle() : moment.idle() + moment.talking() + moment.wrapping();
    int taken = moment.ringing() + moment.waiting() + (idleOnly ? 0 : moment.talking());
    return (int) StrictMath.floor(lines * agents + 0.5) - taken;
  }
}
