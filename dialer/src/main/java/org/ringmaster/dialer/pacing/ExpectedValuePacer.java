// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

/**
 * Dials as many calls as are expected to find somebody: agents who are free or are expected to be
 * when a new call is answered, against the answers expected from what rings already and from what
 * is dialled. How much of what is expected counts follows from the share that was abandoned. So do
 * the commercial dialers that publish how they work (EP 0336770, expired).
 */
public final class ExpectedValuePacer extends LearningPacer {
  private static final double GAIN = 0.03;

  private final double target;
  private final int holdSeconds;
  private final int horizon;
  private double level;

  /** A pacer that has seen nothing and may abandon a share of the live answers, 0 to 1. */
  public ExpectedValuePacer(PacingRules rules, PacingPriors priors, double target) {
    super(rules, priors);
    this.target = target;
    holdSeconds = rules.holdSeconds();
    horizon = rules.ringSeconds();
  }

  @Override
  public Pacing decide(PacingMoment moment) {
    double[] fresh = answers.ofNew();
    int soon = 1;
    while (soon < horizon && fresh[soon] < fresh[horizon] / 2) {
      soon++;
    }
    double supply = moment.idle() - moment.waiting();
    for (int i = 0; i < moment.talking(); i++) {
      supply += releases.ofTalk(moment.talkingMicros(i))[soon + holdSeconds];
    }
    for (int i = 0; i < moment.wrapping(); i++) {
      supply += releases.ofWrap(moment.wrappingMicros(i))[soon + holdSeconds];
    }
    double demand = 0;
    for (int i = 0; i < moment.ringing(); i++) {
      demand += answers.of(moment.ringingMicros(i))[horizon];
    }
    double wanted = StrictMath.exp(level) * supply - demand;
    int lines = fresh[horizon] <= 0 ? 0 : (int) StrictMath.floor(wanted / fresh[horizon] + 0.5);
    return Pacing.lines(lines, moment);
  }

  @Override
  public void answered(boolean abandoned) {
    level = StrictMath.clamp(level + GAIN * (target - (abandoned ? 1 : 0)), -6, 3);
  }
}
