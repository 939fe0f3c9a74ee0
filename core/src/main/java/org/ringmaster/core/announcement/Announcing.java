// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.announcement;

import java.util.List;
import org.ringmaster.core.call.Prompt;

/**
 * What a queue's callers are told while they wait, and how often.
 *
 * @param atJoin whether position and wait are told as soon as the caller waits
 * @param everyMillis and again after so long; 0 for never
 * @param gapMillis from the end of one announcement to the beginning of the next at least; also how
 *     often a caller who moved up is told so at most
 * @param positionLimit the limit of {@link PositionStyle#LIMIT} and {@link PositionStyle#MORE}
 * @param waitOnce whether the wait is told only the first time
 * @param roundSeconds the step of {@link WaitStyle#PRECISE}; below a minute seconds are said
 * @param thanks what is said behind position and wait
 * @param periodic prompts said in turn, one each time
 * @param periodicMillis how often; 0 for never
 * @param periodicAtRandom whether the turn is by lot instead
 * @param callbackOffered whether callers hear with their place and wait by which key they are
 *     called back, where the queue has such a key
 * @param onlyWhenBetter whether nothing more is said of place and wait until the place is better
 *     than the one that was told last
 * @param firstPeriodicMillis after how long they hear the first of the prompts in turn; 0 for as
 *     often as the others
 */
public record Announcing(
    boolean atJoin,
    long everyMillis,
    long gapMillis,
    PositionStyle positionStyle,
    int positionLimit,
    WaitStyle waitStyle,
    boolean waitOnce,
    int roundSeconds,
    List<Prompt> thanks,
    List<Prompt> periodic,
    long periodicMillis,
    boolean periodicAtRandom,
    boolean callbackOffered,
    boolean onlyWhenBetter,
    long firstPeriodicMillis) {

  /** Nothing is told. */
  public static final Announcing NOTHING =
      new Announcing(
          false,
          0,
          0,
          PositionStyle.NO,
          0,
          WaitStyle.NO,
          false,
          60,
          List.of(),
          List.of(),
          0,
          false);

  /** Where callers are not told of a callback. */
  public Announcing(
      boolean atJoin,
      long everyMillis,
      long gapMillis,
      PositionStyle positionStyle,
      int positionLimit,
      WaitStyle waitStyle,
      boolean waitOnce,
      int roundSeconds,
      List<Prompt> thanks,
      List<Prompt> periodic,
      long periodicMillis,
      boolean periodicAtRandom) {
    this(
        atJoin,
        everyMillis,
        gapMillis,
        positionStyle,
        positionLimit,
        waitStyle,
        waitOnce,
        roundSeconds,
        thanks,
        periodic,
        periodicMillis,
        periodicAtRandom,
        false,
        false,
        0);
  }

  /** The same, with the words by which key callers are called back. */
  public Announcing offeringCallbacks() {
    return with(true, onlyWhenBetter, firstPeriodicMillis);
  }

  /** The same, and place and wait are told again only to whom they are better. */
  public Announcing onlyUp() {
    return with(callbackOffered, true, firstPeriodicMillis);
  }

  /** The same, and the first of the prompts in turn comes after so long. */
  public Announcing firstInTurnAfter(long millis) {
    return with(callbackOffered, onlyWhenBetter, millis);
  }

  private Announcing with(boolean callback, boolean better, long firstMillis) {
    return new Announcing(
        atJoin,
        everyMillis,
        gapMillis,
        positionStyle,
        positionLimit,
        waitStyle,
        waitOnce,
        roundSeconds,
        thanks,
        periodic,
        periodicMillis,
        periodicAtRandom,
        callback,
        better,
        firstMillis);
  }

  /** Takes copies of the lists. */
  public Announcing {
    thanks = List.copyOf(thanks);
    periodic = List.copyOf(periodic);
  }

  /** Whether position or wait are told at all. */
  public boolean tellsPlaceOrWait() {
    return (positionStyle != PositionStyle.NO || waitStyle != WaitStyle.NO)
        && (atJoin || everyMillis > 0);
  }

  /** Whether prompts are said in turn. */
  public boolean hasPeriodic() {
    return periodicMillis > 0 && !periodic.isEmpty();
  }

  /** Whether a place is said as such. */
  public boolean tellsPlace(int place) {
    return switch (positionStyle) {
      case NO -> false;
      case YES -> true;
      case LIMIT, MORE -> place <= positionLimit;
    };
  }

  /** Whether a place is behind the limit, and that is said. */
  public boolean tellsMoreThanLimit(int place) {
    return positionStyle == PositionStyle.MORE && place > positionLimit;
  }
}
