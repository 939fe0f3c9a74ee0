// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

/**
 * A pacer that learns from its own calls when telephones are answered and agents are free again.
 */
abstract class LearningPacer implements Pacer {

  /** When what rings is answered. */
  final Answers answers;

  /** When who talks or finishes work is free, looked at as far as the answers and the hold go. */
  final Releases releases;

  /** One that has seen nothing but what is believed beforehand. */
  LearningPacer(PacingRules rules, PacingPriors priors) {
    int horizon = rules.ringSeconds();
    answers = new Answers(priors, horizon, rules.ringSeconds());
    releases = new Releases(priors, horizon + rules.holdSeconds());
  }

  @Override
  public final void rang(long micros, RingEnd end, Underway others) {
    answers.rang(micros, end, others);
  }

  @Override
  public final void talked(long micros, Underway others) {
    releases.talked(micros, others);
  }

  @Override
  public final void wrapped(long micros, Underway others) {
    releases.wrapped(micros, others);
  }
}
