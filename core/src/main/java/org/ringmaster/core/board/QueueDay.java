// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.time.LocalDate;
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

  QueueDay plusJoined() {
    return new QueueDay(
        queue,
        day,
        joined + 1,
        answered,
        answeredInTime,
        abandoned,
        abandonedShort,
        overflowed,
        answerWaitMicros,
        judged,
        judgedWithin,
        handled,
        handleMicros);
  }

  QueueDay plusAnswered(long waitMicros, long serviceLevelMicros) {
    return new QueueDay(
        queue,
        day,
        joined,
        answered + 1,
        answeredInTime + (waitMicros <= serviceLevelMicros ? 1 : 0),
        abandoned,
        abandonedShort,
        overflowed,
        answerWaitMicros + waitMicros,
        judged,
        judgedWithin,
        handled,
        handleMicros);
  }

  /** Takes an answer back: agent and caller never heard each other. */
  QueueDay minusAnswered(long waitMicros, long serviceLevelMicros) {
    return new QueueDay(
        queue,
        day,
        joined,
        answered - 1,
        answeredInTime - (waitMicros <= serviceLevelMicros ? 1 : 0),
        abandoned,
        abandonedShort,
        overflowed,
        answerWaitMicros - waitMicros,
        judged,
        judgedWithin,
        handled,
        handleMicros);
  }

  QueueDay plusAbandoned(long waitMicros) {
    return new QueueDay(
        queue,
        day,
        joined,
        answered,
        answeredInTime,
        abandoned + 1,
        abandonedShort + (waitMicros < SHORT_MICROS ? 1 : 0),
        overflowed,
        answerWaitMicros,
        judged,
        judgedWithin,
        handled,
        handleMicros);
  }

  QueueDay plusOverflowed() {
    return new QueueDay(
        queue,
        day,
        joined,
        answered,
        answeredInTime,
        abandoned,
        abandonedShort,
        overflowed + 1,
        answerWaitMicros,
        judged,
        judgedWithin,
        handled,
        handleMicros);
  }

  QueueDay plusJudged(boolean within) {
    return new QueueDay(
        queue,
        day,
        joined,
        answered,
        answeredInTime,
        abandoned,
        abandonedShort,
        overflowed,
        answerWaitMicros,
        judged + 1,
        judgedWithin + (within ? 1 : 0),
        handled,
        handleMicros);
  }

  QueueDay plusHandled(long micros) {
    return new QueueDay(
        queue,
        day,
        joined,
        answered,
        answeredInTime,
        abandoned,
        abandonedShort,
        overflowed,
        answerWaitMicros,
        judged,
        judgedWithin,
        handled + 1,
        handleMicros + micros);
  }
}
