// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.ringmaster.core.queue.QueueId;

/**
 * What a queue has counted in one calendar day of the site.
 *
 * @param joined callers who came to wait
 * @param answered callers who got an agent
 * @param answeredInTime of these, within the queue's service level
 * @param abandoned callers who went before an agent came
 * @param abandonedShort of these, within the first five seconds
 * @param overflowed callers who waited too long and were sent on
 * @param answerWaitMicros all waits of the answered ones added up, microseconds
 * @param judged answered callers for whom a wait had been foreseen
 * @param judgedWithin of these, answered within what was foreseen for four in five
 * @param handled contacts whose work was done, wrap-up included
 * @param handleMicros the time they kept their agents, talk to wrap-up, added up, microseconds
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
    long handleMicros) {

  private static final long SHORT_MICROS = 5_000_000;

  /** A day on which nothing has happened yet. */
  public static QueueDay begin(QueueId queue, LocalDate day) {
    return new QueueDay(queue, day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /**
   * The share of callers answered in time among those answered or abandoned, short abandons left
   * out; 1 while there are none.
   */
  public double serviceLevel() {
    long counted = answered + abandoned - abandonedShort;
    return counted == 0 ? 1 : (double) answeredInTime / counted;
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
        now.handleMicros);
  }

  QueueDay plusJoined() {
    return with(now -> now.joined++);
  }

  QueueDay plusAnswered(long waitMicros, long serviceLevelMicros) {
    return answered(1, waitMicros, serviceLevelMicros);
  }

  /** Takes an answer back: agent and caller never heard each other. */
  QueueDay minusAnswered(long waitMicros, long serviceLevelMicros) {
    return answered(-1, waitMicros, serviceLevelMicros);
  }

  private QueueDay answered(int by, long waitMicros, long serviceLevelMicros) {
    return with(
        now -> {
          now.answered += by;
          now.answeredInTime += waitMicros <= serviceLevelMicros ? by : 0;
          now.answerWaitMicros += by * waitMicros;
        });
  }

  QueueDay plusAbandoned(long waitMicros) {
    return with(
        now -> {
          now.abandoned++;
          now.abandonedShort += waitMicros < SHORT_MICROS ? 1 : 0;
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
