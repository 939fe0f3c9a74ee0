// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.simulation.asterisk.AsteriskWatcher;
import org.ringmaster.simulation.asterisk.Room;
import org.ringmaster.simulation.asterisk.SimulatedLeg;

/** What truly happened in the simulated world, whether anybody was told or not. */
final class Truth implements AsteriskWatcher {

  /** Two legs that heard each other, in the order of their names. */
  record Pair(LegId one, LegId other) {
    static Pair of(LegId a, LegId b) {
      return a.value().compareTo(b.value()) < 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  private static final long TOLD_LATE_MICROS = 20_000_000;

  private final LongSupplier now;
  private final NavigableMap<Long, Long> aheadSince = new TreeMap<>();
  private final Map<LegId, Long> goneAtMicros = new HashMap<>();
  private final Set<LegId> sentOn = new HashSet<>();
  private final Set<Pair> heard = new HashSet<>();

  Truth(LongSupplier nowMicros) {
    now = nowMicros;
  }

  /** The platform's clock is ahead of the world's by so much from now on. */
  void clockIsAhead(long micros) {
    aheadSince.put(now.getAsLong(), micros);
  }

  /**
   * Whether an instant of the world is told as this one on the platform's clock. Where that was set
   * while the news may have been on its way, nobody can say.
   */
  boolean isSame(long micros, long platformMicros) {
    if (!aheadSince.subMap(micros, micros + TOLD_LATE_MICROS).isEmpty()) {
      return true;
    }
    Map.Entry<Long, Long> set = aheadSince.floorEntry(micros);
    return micros + (set == null ? 0 : set.getValue()) == platformMicros;
  }

  /** When a leg ended, epoch microseconds; null where it never was or lives. */
  @Nullable Long goneAtMicros(LegId leg) {
    return goneAtMicros.get(leg);
  }

  /** A leg was taken from us on purpose; its end is no business of ours. */
  void sendsOn(LegId leg) {
    sentOn.add(leg);
  }

  boolean isSentOn(LegId leg) {
    return sentOn.contains(leg);
  }

  /** All who ever heard each other. */
  Set<Pair> heard() {
    return heard;
  }

  @Override
  public void gone(NodeId node, SimulatedLeg leg, HangupCause cause) {
    goneAtMicros.put(leg.id(), now.getAsLong());
  }

  @Override
  public void joined(NodeId node, SimulatedLeg leg, BridgeId bridge) {
    Room room = leg.room();
    if (room == null || room.kind() != BridgeKind.TALK) {
      return;
    }
    for (SimulatedLeg other : room.legs()) {
      if (!other.id().equals(leg.id())) {
        heard.add(Pair.of(leg.id(), other.id()));
      }
    }
  }
}
