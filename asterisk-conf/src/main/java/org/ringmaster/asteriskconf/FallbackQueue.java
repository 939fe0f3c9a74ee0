// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.List;

/**
 * A queue of Asterisk's own, used only while Ringmaster is away.
 *
 * @param name its name
 * @param strategy who is rung
 * @param ringSeconds how long one telephone rings, 5 to 120
 * @param maxWaitSeconds how long a caller waits at most before "please call again", 10 to 7200
 * @param music the music class callers hear
 * @param telephones who is rung, by telephone name
 */
public record FallbackQueue(
    ConfName name,
    Strategy strategy,
    int ringSeconds,
    int maxWaitSeconds,
    ConfName music,
    List<ConfName> telephones) {

  private static final int SHORTEST_RING = 5;
  private static final int LONGEST_RING = 120;
  private static final int SHORTEST_WAIT = 10;
  private static final int LONGEST_WAIT = 7_200;

  /** Which telephones are rung for the next caller; app_queue's nearest to our own rules. */
  public enum Strategy {
    /** Everyone free at once. */
    RINGALL("ringall"),
    /** Who has not had a call for the longest time. */
    LONGEST_IDLE("leastrecent");

    private final String option;

    Strategy(String option) {
      this.option = option;
    }

    /** The word for it in queues.conf. */
    public String option() {
      return option;
    }
  }

  /** Copies the list; refuses seconds out of range. */
  public FallbackQueue {
    telephones = List.copyOf(telephones);
    Refusal.unless(
        ringSeconds >= SHORTEST_RING && ringSeconds <= LONGEST_RING, "ring time", "" + ringSeconds);
    Refusal.unless(
        maxWaitSeconds >= SHORTEST_WAIT && maxWaitSeconds <= LONGEST_WAIT,
        "waiting time",
        "" + maxWaitSeconds);
  }

  /** The same queue ringing other telephones. */
  public FallbackQueue ringing(List<ConfName> others) {
    return new FallbackQueue(name, strategy, ringSeconds, maxWaitSeconds, music, others);
  }
}
