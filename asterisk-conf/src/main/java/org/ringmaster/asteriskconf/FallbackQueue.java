// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A queue of Asterisk's own, used only while Ringmaster is away.
 *
 * @param name its name
 * @param strategy who is rung
 * @param ringSeconds how long one telephone rings, 5 to 120
 * @param maxWaitSeconds how long a caller waits at most before "please call again", 10 to 7200
 * @param music the music class callers hear
 * @param telephones who is rung, by telephone name
 * @param penalties of each of them in turn; higher ones are rung while no lower one is free
 * @param maxLength how many may wait; 0 for any number
 * @param weight how much more its callers count where others wait for the same telephones
 */
public record FallbackQueue(
    ConfName name,
    Strategy strategy,
    int ringSeconds,
    int maxWaitSeconds,
    ConfName music,
    List<ConfName> telephones,
    List<Integer> penalties,
    int maxLength,
    int weight) {

  private static final int SHORTEST_RING = 5;
  private static final int LONGEST_RING = 120;
  private static final int SHORTEST_WAIT = 10;
  private static final int LONGEST_WAIT = 7_200;

  /** Which telephones are rung for the next caller; app_queue's nearest to our own rules. */
  public enum Strategy {
    /** Everyone free at once. */
    RINGALL("ringall"),
    /** Who has not had a call for the longest time; also for rules that app_queue does not know. */
    LONGEST_IDLE("leastrecent"),
    /** Who has had the fewest calls. */
    FEWESTCALLS("fewestcalls"),
    /** Anybody. */
    RANDOM("random"),
    /** The next after whom it rang last. */
    RRMEMORY("rrmemory"),
    /** The same in the order of the file. */
    RRORDERED("rrordered"),
    /** From the top of the list. */
    LINEAR("linear"),
    /** Anybody, those with a penalty more seldom. */
    WRANDOM("wrandom");

    private final String option;

    Strategy(String option) {
      this.option = option;
    }

    /** The word for it in queues.conf. */
    public String option() {
      return option;
    }
  }

  /** Copies the lists; refuses seconds out of range and lists of different length. */
  public FallbackQueue {
    telephones = List.copyOf(telephones);
    penalties = List.copyOf(penalties);
    Refusal.unless(penalties.size() == telephones.size(), "penalties", penalties.toString());
    Refusal.unless(
        ringSeconds >= SHORTEST_RING && ringSeconds <= LONGEST_RING, "ring time", "" + ringSeconds);
    Refusal.unless(
        maxWaitSeconds >= SHORTEST_WAIT && maxWaitSeconds <= LONGEST_WAIT,
        "waiting time",
        "" + maxWaitSeconds);
  }

  /** A queue without penalties, weight or limit of its length. */
  public FallbackQueue(
      ConfName name,
      Strategy strategy,
      int ringSeconds,
      int maxWaitSeconds,
      ConfName music,
      List<ConfName> telephones) {
    this(
        name,
        strategy,
        ringSeconds,
        maxWaitSeconds,
        music,
        telephones,
        Collections.nCopies(telephones.size(), 0),
        0,
        0);
  }

  /** A telephone with its penalty. */
  public record Seat(ConfName telephone, int penalty) {}

  /** The telephones with their penalties. */
  public List<Seat> seats() {
    return IntStream.range(0, telephones.size())
        .mapToObj(i -> new Seat(telephones.get(i), penalties.get(i)))
        .toList();
  }

  /** The same queue ringing other telephones. */
  public FallbackQueue ringing(List<ConfName> others) {
    return new FallbackQueue(name, strategy, ringSeconds, maxWaitSeconds, music, others);
  }
}
