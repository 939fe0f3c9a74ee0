// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

/**
 * Fifteen minutes, counted from the epoch, so that they begin at a quarter of every zone's hour.
 *
 * @param beginMicros its first instant, epoch microseconds
 */
public record Interval(long beginMicros) implements Comparable<Interval> {

  /** How long every interval is, microseconds. */
  public static final long LENGTH_MICROS = 900_000_000;

  /** What is told of each part of a time that was split. */
  @FunctionalInterface
  public interface Part {
    /** So many microseconds of it lie in this interval; always more than 0. */
    void lies(Interval interval, long micros);
  }

  /** The interval that an instant lies in, epoch microseconds. */
  public static Interval of(long atMicros) {
    return new Interval(Math.floorDiv(atMicros, LENGTH_MICROS) * LENGTH_MICROS);
  }

  /** The first instant after it, epoch microseconds. */
  public long endMicros() {
    return beginMicros + LENGTH_MICROS;
  }

  /** The one so many before it. */
  public Interval before(long many) {
    return new Interval(beginMicros - many * LENGTH_MICROS);
  }

  /** Splits a time at the borders, oldest part first; where it has no length there is no part. */
  public static void split(long fromMicros, long untilMicros, Part part) {
    long at = fromMicros;
    while (at < untilMicros) {
      Interval interval = of(at);
      long end = Math.min(untilMicros, interval.endMicros());
      part.lies(interval, end - at);
      at = end;
    }
  }

  @Override
  public int compareTo(Interval other) {
    return Long.compare(beginMicros, other.beginMicros);
  }
}
