// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.RecordedFact;

/** A bridge that closes lets its legs go; a leg that ends has left. */
final class OneBridgeALeg implements Invariant {
  private final Map<LegId, BridgeId> in = new HashMap<>();
  private final Map<BridgeId, Set<LegId>> legs = new HashMap<>();

  @Override
  public String sentence() {
    return "A leg is in at most one bridge.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    return switch (fact.fact()) {
      case CallFact.LegJoined f -> {
        BridgeId before = in.put(f.leg(), f.bridge());
        legs.computeIfAbsent(f.bridge(), id -> new HashSet<>()).add(f.leg());
        yield before == null ? null : f.leg() + " is in " + before + " and joins " + f.bridge();
      }
      case CallFact.LegLeft f -> {
        boolean was = in.remove(f.leg(), f.bridge());
        out(f.bridge(), f.leg());
        yield was ? null : f.leg() + " leaves " + f.bridge() + " and was not in it";
      }
      case CallFact.BridgeClosed f -> {
        Set<LegId> gone = legs.remove(f.bridge());
        if (gone != null) {
          gone.forEach(leg -> in.remove(leg, f.bridge()));
        }
        yield null;
      }
      case CallFact.LegEnded f -> {
        BridgeId still = in.remove(f.leg());
        yield still == null ? null : f.leg() + " ended in " + still + " without leaving it";
      }
      default -> null;
    };
  }

  private void out(BridgeId bridge, LegId leg) {
    Set<LegId> there = legs.get(bridge);
    if (there != null && there.remove(leg) && there.isEmpty()) {
      legs.remove(bridge);
    }
  }
}
