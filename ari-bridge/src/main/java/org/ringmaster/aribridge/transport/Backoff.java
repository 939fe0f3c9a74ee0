// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

/**
 * How long to wait before the next try to connect: 20 ms at first, doubling to 2 s. Not
 * thread-safe.
 */
final class Backoff {
  private static final long FIRST_MILLIS = 20;
  private static final long LAST_MILLIS = 2_000;

  /** A connection that lived shorter than this has not shown that all is well again. */
  private static final long STABLE_NANOS = 1_000_000_000L;

  private long nextMillis = FIRST_MILLIS;

  long nextMillis() {
    long millis = nextMillis;
    nextMillis = Math.min(LAST_MILLIS, nextMillis * 2);
    return millis;
  }

  /** Tells that a connection has gone that had lived for a while. */
  void ended(long livedNanos) {
    if (livedNanos >= STABLE_NANOS) {
      nextMillis = FIRST_MILLIS;
    }
  }

  /** The next wait is the longest one, for answers that will not soon be better. */
  void giveTime() {
    nextMillis = LAST_MILLIS;
  }
}
