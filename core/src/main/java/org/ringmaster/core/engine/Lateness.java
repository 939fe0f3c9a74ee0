// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

/**
 * Tells how late a node's words come, so that it does not matter which of the two machines has the
 * right time: by how much more than the quickest words of late the way of one has taken. Whoever
 * reads the words measures by ticks that nobody sets, never by a clock; all times are microseconds.
 *
 * <p>A node's clock that is set back while it speaks makes its words look late until the quickest
 * of before are forgotten: for twice {@link #WINDOW_MICROS} at most. Owned by the thread that reads
 * the node's words.
 */
public final class Lateness {

  /** What takes no longer than this is told in time: networks, and machines that are busy. */
  private static final long IN_TIME_MICROS = 250_000;

  /** So long the quickest words are remembered, once or twice. */
  static final long WINDOW_MICROS = 5_000_000;

  /** After so long without a word clocks may have drifted, and no socket that is lost holds. */
  private static final long FORGET_MICROS = 60_000_000;

  private long windowSinceMicros;
  private long lastMicros;
  private long quickestMicros = Long.MAX_VALUE;
  private long quickestBeforeMicros = Long.MAX_VALUE;

  /** Nothing was told yet. */
  public Lateness() {}

  /**
   * How late a word is that has just been read; 0 where it came in time.
   *
   * @param saidMicros when it was said, on the node's clock
   * @param readMicros when it was read, in ticks of the reader
   */
  public long heard(long saidMicros, long readMicros) {
    long way = readMicros - saidMicros;
    if (quickestMicros == Long.MAX_VALUE || readMicros - lastMicros > FORGET_MICROS) {
      quickestBeforeMicros = Long.MAX_VALUE;
      quickestMicros = way;
      windowSinceMicros = readMicros;
    } else if (readMicros - windowSinceMicros >= WINDOW_MICROS) {
      quickestBeforeMicros = quickestMicros;
      quickestMicros = way;
      windowSinceMicros = readMicros;
    }
    lastMicros = readMicros;
    quickestMicros = Math.min(quickestMicros, way);
    long late = way - Math.min(quickestMicros, quickestBeforeMicros);
    return late > IN_TIME_MICROS ? late : 0;
  }
}
