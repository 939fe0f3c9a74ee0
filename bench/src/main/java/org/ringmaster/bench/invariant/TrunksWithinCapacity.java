// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.RecordedFact;

/** Who rings in is the carrier's business; what we ask for must fit, and come at its rate. */
final class TrunksWithinCapacity implements Invariant {
  private static final long SECOND_MICROS = 1_000_000;

  private final Map<TrunkId, Trunk> trunks = new HashMap<>();
  private final Map<TrunkId, Integer> legs = new HashMap<>();
  private final Map<TrunkId, Long> askedAtMicros = new HashMap<>();
  private final Map<LegId, TrunkId> on = new HashMap<>();

  @Override
  public String sentence() {
    return "What leaves through a trunk stays within its capacity and its rate.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    switch (fact.fact()) {
      case CallFact.TrunkConfigured f -> trunks.put(f.trunk().id(), f.trunk());
      case CallFact.TrunkRemoved f -> trunks.remove(f.trunk());
      case CallFact.LegArrived f when f.trunk() != null -> take(f.leg(), f.trunk());
      case CallFact.LegRequested f when f.trunk() != null -> {
        take(f.leg(), f.trunk());
        return judge(f.trunk(), fact.envelope().recordedAtMicros());
      }
      case CallFact.LegEnded f -> {
        TrunkId trunk = on.remove(f.leg());
        if (trunk != null) {
          legs.merge(trunk, -1, Integer::sum);
        }
      }
      default -> {}
    }
    return null;
  }

  private void take(LegId leg, TrunkId trunk) {
    if (on.put(leg, trunk) == null) {
      legs.merge(trunk, 1, Integer::sum);
    }
  }

  private @Nullable String judge(TrunkId id, long nowMicros) {
    Trunk trunk = trunks.get(id);
    Long last = askedAtMicros.put(id, nowMicros);
    if (trunk == null) {
      return "a leg leaves through " + id + ", which is not configured";
    }
    int used = legs.getOrDefault(id, 0);
    if (trunk.maxLegs() > 0 && used > trunk.maxLegs()) {
      return id + " carries " + used + " legs and may carry " + trunk.maxLegs();
    }
    long spacing = trunk.legsPerSecond() > 0 ? SECOND_MICROS / trunk.legsPerSecond() : 0;
    return last != null && nowMicros - last < spacing
        ? id + " was asked " + (nowMicros - last) + " us after the last time"
        : null;
  }
}
