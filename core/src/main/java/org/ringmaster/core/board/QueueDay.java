// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.ringmaster.core.queue.QueueId;

/**
 * What a queue has counted in one calendar day of the site.
 *
 * @param joined all who came to wait
 * @param answered of these, who got an agent
 * @param answeredInTime of these, within the queue's service level
 * @param abandoned those who went before an agent came
 * @param abandonedShort of these, within the first five seconds
 * @param overflowed those who waited too long and were sent on
 * @param answerWaitMicros all waits of the answered ones added up, microseconds
 * @param judged answered callers for whom a wait had been foreseen
 * @param judgedWithin of these, answered within what was foreseen for four in five
 * @param handled contacts whose work was done, wrap-up included
 * @param handleMicros the time they kept their agents, talk to wrap-up, added up, microseconds
 * @param dialled of those who joined, whom we had dialled: callbacks and leads of campaigns; they
 *     are in the counts above and, as the following ones, apart
 * @param dialledAnswered of the answered, whom we had dialled
 * @param dialledInTime of the answered in time, whom we had dialled
 * @param dialledAbandoned of the abandoned, whom we had dialled
 * @param dialledShort of the short abandons, whom we had dialled
 * @param dialledWaitMicros of the waits of the answered, those of whom we had dialled, microseconds
 */
public record QueueDay(
    QueueId queue,
    LocalDate day,
    long joined,
    long answered,
    long answeredInTime,
    long abandoned,
    long abandonedShort,
    long overflowed,
    long answerWaitMicros,
    long judged,
    long judgedWithin,
    long handled,
    long handleMicros,
    long dialled,
    long dialledAnswered,
    long dialledInTime,
    long dialledAbandoned,
    long dialledShort,
    long dialledWaitMicros) {

  private static final long SHORT_MICROS = 5_000_000;

  /** A day on which nothing has happened yet. */
  public static QueueDay begin(QueueId queue, LocalDate day) {
    return new QueueDay(queue, day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /**
   * The share of callers answered in time among those whom the service level counts, by version 2
   * of its formula (c): whom we had dialled ourselves is left out. 1 while there are none.
   */
  public double serviceLevel() {
    return counted() == 0 ? 1 : (double) (answeredInTime - dialledInTime) / counted();
  }

  /** How many the service level counts: callers answered or abandoned, short abandons left out. */
  public long counted() {
    return callersAnswered() + (abandoned - dialledAbandoned) - (abandonedShort - dialledShort);
  }

  /** The answered who had called. */
  public long callersAnswered() {
    return answered - dialledAnswered;
  }

  /** All waits of the answered who had called added up, microseconds. */
  public long callersWaitMicros() {
    return answerWaitMicros - dialledWaitMicros;
  }

  /** The same day as numbers that can be counted on: one copy out, one copy back. */
  private static final class Counts {
    long joined;
    long answered;
    long answeredInTime;
    long abandoned;
    long abandonedShort;
    long overflowed;
    long answerWaitMicros;
    long judged;
    long judgedWithin;
    long handled;
    long handleMicros;
    long dialled;
    long dialledAnswered;
    long dialledInTime;
    long dialledAbandoned;
    long dialledShort;
    long dialledWaitMicros;
  }

  private QueueDay with(Consumer<Counts> change) {
    Counts now = new Counts();
    now.joined = joined;
    now.answered = answered;
    now.answeredInTime = answeredInTime;
    now.abandoned = abandoned;
    now.abandonedShort = abandonedShort;
    now.overflowed = overflowed;
    now.answerWaitMicros = answerWaitMicros;
    now.judged = judged;
    now.judgedWithin = judgedWithin;
    now.handled = handled;
    now.handleMicros = handleMicros;
    now.dialled = dialled;
    now.dialledAnswered = dialledAnswered;
    now.dialledInTime = dialledInTime;
    now.dialledAbandoned = dialledAbandoned;
    now.dialledShort = dialledShort;
    now.dialledWaitMicros = dialledWaitMicros;
    change.accept(now);
    return new QueueDay(
        queue,
        day,
        now.joined,
        now.answered,
        now.answeredInTime,
        now.abandoned,
        now.abandonedShort,
        now.overflowed,
        now.answerWaitMicros,
        now.judged,
        now.judgedWithin,
        now.handled,
        now.handleMicros,
        now.dialled,
        now.dialledAnswered,
        now.dialledInTime,
        now.dialledAbandoned,
        now.dialledShort,
        now.dialledWaitMicros);
  }

  QueueDay plusJoined(boolean ours) {
    return with(
        now -> {
          now.joined++;
          now.dialled += ours ? 1 : 0;
        });
  }

  QueueDay plusAnswered(long waitMicros, long serviceLevelMicros, boolean ours) {
    return answered(1, waitMicros, serviceLevelMicros, ours);
  }

  /** Takes an answer back: agent and caller never heard each other. */
  QueueDay minusAnswered(long waitMicros, long serviceLevelMicros, boolean ours) {
    return answered(-1, waitMicros, serviceLevelMicros, ours);
  }

  private QueueDay answered(int by, long waitMicros, long serviceLevelMicros, boolean ours) {
    int inTime = waitMicros <= serviceLevelMicros ? by : 0;
    return with(
        now -> {
          now.answered += by;
          now.answeredInTime += inTime;
          now.answerWaitMicros += by * waitMicros;
          if (ours) {
            now.dialledAnswered += by;
            now.dialledInTime += inTime;
            now.dialledWaitMicros += by * waitMicros;
          }
        });
  }

  QueueDay plusAbandoned(long waitMicros, boolean ours) {
    int soon = waitMicros < SHORT_MICROS ? 1 : 0;
    return with(
        now -> {
          now.abandoned++;
          now.abandonedShort += soon;
          if (ours) {
            now.dialledAbandoned++;
            now.dialledShort += soon;
          }
        });
  }

  QueueDay plusOverflowed() {
    return with(now -> now.overflowed++);
  }

  QueueDay plusJudged(boolean within) {
    return with(
        now -> {
          now.judged++;
          now.judgedWithin += within ? 1 : 0;
        });
  }

  QueueDay plusHandled(long micros) {
    return with(
        now -> {
          now.handled++;
          now.handleMicros += micros;
        });
  }
}
