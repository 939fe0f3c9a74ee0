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
 * <p>What a node says cannot come from the future: a time ahead of ours shows at once how far apart
 * the clocks are. A node whose clock is behind ours is known by this alone, that for a while
 * nothing it says is young.
 */
final class NodeClock {

  private static final Logger log = LoggerFactory.getLogger(NodeClock.class);
  private static final long FUTURE_MICROS = 100_000;
  private static final long OLD_MICROS = 1_000_000;
  private static final long WINDOW_MICROS = 10_000_000;
  private static final int WINDOW_TIMES = 5;

  private final NodeId node;
  private final MicroClock ours;
  private long aheadMicros;
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
    long age = now - (nodeMicros - aheadMicros);
    if (age < -FUTURE_MICROS) {
      differs(nodeMicros - now, now);
      return;
    }
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

  /** When that was by our clock. */
  long ours(long nodeMicros) {
    return nodeMicros - aheadMicros;
  }

  private void differs(long newAheadMicros, long now) {
    log.warn(
        "{}'s clock is {} ms ahead of ours: its times are taken as ours from now on. Set both by NTP",
        node,
        newAheadMicros / 1_000);
    aheadMicros = newAheadMicros;
    windowSinceMicros = now;
    forget();
  }

  private void forget() {
    youngestMicros = Long.MAX_VALUE;
    times = 0;
  }
}
