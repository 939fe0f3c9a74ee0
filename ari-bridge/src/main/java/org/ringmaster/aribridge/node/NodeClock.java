// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.engine.MicroClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a node's times into ours, so that waits and talks are counted by one clock even where two
 * machines disagree. While they agree within what a network and a busy machine explain, a node's
 * times are taken as they are. Runs on the node's event loop.
 *
 * <p>What a node says cannot come from the future: a time ahead of ours is taken as now, and where
 * all that follows for a second is ahead too, that shows how far apart the clocks are. A single one
 * shows nothing. A node whose clock is behind ours is known by this alone, that for a while nothing
 * it says is young.
 */
final class NodeClock {

  private static final Logger log = LoggerFactory.getLogger(NodeClock.class);
  private static final long FUTURE_MICROS = 100_000;
  private static final long WITNESS_MICROS = 1_000_000;
  private static final long OLD_MICROS = 1_000_000;
  private static final long WINDOW_MICROS = 10_000_000;
  private static final int WINDOW_TIMES = 5;

  private final NodeId node;
  private final MicroClock ours;
  private long aheadMicros;
  private long lastNowMicros;
  private long suspectedAheadMicros;
  private long suspectedSinceMicros;
  private boolean suspected;
  private long youngestMicros = Long.MAX_VALUE;
  private long windowSinceMicros;
  private int times;

  NodeClock(NodeId node, MicroClock ours) {
    this.node = node;
    this.ours = ours;
  }

  long nowMicros() {
    return ours.micros();
  }

  /** The time of something that has just been told, by the node's clock. */
  void heard(long nodeMicros) {
    long now = ours.micros();
    lastNowMicros = now;
    long age = now - (nodeMicros - aheadMicros);
    if (age < -FUTURE_MICROS) {
      fromTheFuture(nodeMicros - now, now);
      return;
    }
    suspected = false;
    if (times == 0) {
      windowSinceMicros = now;
    }
    times++;
    youngestMicros = Math.min(youngestMicros, age);
    if (now - windowSinceMicros >= WINDOW_MICROS && times >= WINDOW_TIMES) {
      if (youngestMicros > OLD_MICROS) {
        differs(aheadMicros - youngestMicros, now);
      }
      forget();
    }
  }

  /** Believed once it has been so for a while: a single wrong time must not move all others. */
  private void fromTheFuture(long nowAheadMicros, long now) {
    boolean agrees = Math.abs(nowAheadMicros - suspectedAheadMicros) <= OLD_MICROS;
    if (!suspected || !agrees) {
      suspected = true;
      suspectedSinceMicros = now;
      suspectedAheadMicros = nowAheadMicros;
      return;
    }
    // What came quickest shows best how far ahead it is.
    suspectedAheadMicros = Math.max(suspectedAheadMicros, nowAheadMicros);
    if (now - suspectedSinceMicros >= WITNESS_MICROS) {
      differs(suspectedAheadMicros, now);
    }
  }

  /** When that was by our clock: not in the future, whatever the node says. */
  long ours(long nodeMicros) {
    long at = nodeMicros - aheadMicros;
    if (at <= lastNowMicros + FUTURE_MICROS) {
      return at; // as nearly all are, without another look at the clock
    }
    long now = ours.micros();
    return at > now + FUTURE_MICROS ? now : at;
  }

  private void differs(long newAheadMicros, long now) {
    log.warn(
        "{}'s clock is {} ms ahead of ours: its times are taken as ours from now on. Set both by NTP",
        node,
        newAheadMicros / 1_000);
    aheadMicros = newAheadMicros;
    windowSinceMicros = now;
    suspected = false;
    forget();
  }

  private void forget() {
    youngestMicros = Long.MAX_VALUE;
    times = 0;
  }
}
