// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackId;
import org.ringmaster.core.kernel.RecordedFact;

/** A callback is dialled by one leg at a time, never after its end, and it ends once. */
final class CallbacksEndOnce implements Invariant {
  private final Set<CallbackId> live = new HashSet<>();
  private final Map<LegId, CallbackId> legs = new HashMap<>();

  @Override
  public String sentence() {
    return "Every callback ends once, and its customer is dialled by one leg at a time.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    return switch (fact.fact()) {
      case CallbackFact.Taken f -> live.add(f.callback()) ? null : f.callback() + " is taken twice";
      case CallbackFact.Booked f ->
          live.add(f.callback()) ? null : f.callback() + " is taken twice";
      case CallbackFact.Dialled f -> {
        if (!live.contains(f.callback())) {
          yield f.callback() + " is dialled and is over";
        }
        boolean isDialled = legs.containsValue(f.callback());
        legs.put(f.leg(), f.callback());
        yield isDialled ? f.callback() + " is dialled twice at a time" : null;
      }
      // A leg that was asked to go is on its way out: the next one may be dialled.
      case CallFact.HangUpAsked f -> forget(f.leg());
      case CallFact.LegEnded f -> forget(f.leg());
      case CallbackFact.Ended f ->
          live.remove(f.callback()) ? null : f.callback() + " ends and is over already";
      default -> null;
    };
  }

  private @Nullable String forget(LegId leg) {
    legs.remove(leg);
    return null;
  }

  @Override
  public @Nullable String brokenInTheEnd() {
    return live.isEmpty() ? null : "callbacks that never ended: " + live;
  }
}
