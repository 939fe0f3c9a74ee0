// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

/**
 * The time that is asked for.
 *
 * @param fromMicros its first instant, epoch microseconds
 * @param untilMicros the first instant after it, epoch microseconds
 * @param nowMicros until when what is not over yet is counted, epoch microseconds
 */
public record HistorySpan(long fromMicros, long untilMicros, long nowMicros) {

  /** A time of some length. */
  public HistorySpan {
    if (untilMicros <= fromMicros) {
      throw new IllegalArgumentException("a time ends after it begins");
    }
  }

  /** An instant in SQL, to the microsecond. */
  static String at(long micros) {
    return "(timestamptz 'epoch' + " + micros + " * interval '1 microsecond')";
  }

  String from() {
    return at(fromMicros);
  }

  String until() {
    return at(untilMicros);
  }

  /** When a spell was over, or has come to by now. */
  String endOf(String spell) {
    return "coalesce(" + spell + ".to_at, greatest(" + at(nowMicros) + ", " + spell + ".from_at))";
  }

  /** Whether an instant lies in it. */
  String holds(String instant) {
    return instant + " >= " + from() + " and " + instant + " < " + until();
  }

  /** How much of a spell lies in it, microseconds. */
  String partOf(String spell) {
    return micros(
        "least("
            + endOf(spell)
            + ", "
            + until()
            + ") - greatest("
            + spell
            + ".from_at, "
            + from()
            + ")");
  }

  /** A length of time in microseconds. */
  static String micros(String length) {
    return "(extract(epoch from " + length + ") * 1000000)::bigint";
  }

  /** Whether any of a spell lies in it. */
  String touches(String spell) {
    return spell + ".from_at < " + until() + " and " + endOf(spell) + " > " + from();
  }
}
