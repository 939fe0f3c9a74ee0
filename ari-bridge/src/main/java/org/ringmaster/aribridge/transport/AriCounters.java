// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/** What one node's sockets have seen, as counters that only grow. Any thread. */
public final class AriCounters {
  /** What is counted. */
  public enum Kind {
    EVENTS,
    ANSWERS,
    REQUESTS,
    TIMED_OUT,
    /** Requests that had left when the connection went away. */
    DISCONNECTED,
    REFUSED,
    /** Answers to requests that nobody waits for any more. */
    LATE_ANSWERS,
    MALFORMED,
    OVERSIZED,
    UNKNOWN_TYPES,
    CONNECTS,
    DROPS,
    CONNECT_FAILURES,
    DEAD_PEERS,
    REPLACED,
    /** Exceptions of our own in a listener or reply. */
    FAULTS
  }

  private final LongAdder[] adders = new LongAdder[Kind.values().length];

  public AriCounters() {
    Arrays.setAll(adders, kind -> new LongAdder());
  }

  /** Counts one. */
  public void add(Kind kind) {
    adders[kind.ordinal()].increment();
  }

  /** How many there were so far. */
  public long count(Kind kind) {
    return adders[kind.ordinal()].sum();
  }
}
