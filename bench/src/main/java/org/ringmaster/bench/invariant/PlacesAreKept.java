// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.Choice;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.KeptPlace;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.routing.Routing;

/**
 * Who came after a kept place gets no agent before it. Judged where the agent may answer both and
 * no trunk's limit stands between.
 */
final class PlacesAreKept implements Invariant {
  private static final long MICROS_PER_MILLI = 1_000;

  /** Somebody on the line. */
  private record Caller(QueueId queue, NodeId node, int priority, long sinceMicros) {}

  private final Map<EntryId, KeptPlace> places = new HashMap<>();
  private final Map<EntryId, Caller> callers = new HashMap<>();
  private final Map<TrunkId, Trunk> trunks = new HashMap<>();
  private final Map<QueueId, Boolean> plain = new HashMap<>();

  @Override
  public String sentence() {
    return "Nobody who came later with the same priority gets an agent before a kept place.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    switch (fact.fact()) {
      case CallFact.TrunkConfigured f -> trunks.put(f.trunk().id(), f.trunk());
      case QueueFact.QueueConfigured f ->
          plain.put(f.queue().id(), f.queue().routing().equals(Routing.PLAIN));
      case QueueFact.PlaceKept f -> places.put(f.place().id(), f.place());
      case QueueFact.PlaceOffered f -> places.remove(f.place());
      case QueueFact.PlaceLeft f -> places.remove(f.place());
      case QueueFact.EntryJoined f -> {
        long taken = fact.envelope().recordedAtMicros();
        long since = taken - f.creditMillis() * MICROS_PER_MILLI;
        callers.put(f.entry(), new Caller(f.queue(), f.node(), f.priority(), since));
      }
      case QueueFact.EntryPrioritised f ->
          callers.computeIfPresent(
              f.entry(),
              (id, it) -> new Caller(it.queue(), it.node(), f.priority(), it.sinceMicros()));
      case QueueFact.EntryOffered f -> {
        Caller caller = callers.get(f.entry());
        boolean isServed = f.choice() != null && f.choice().why() == Choice.Why.AGENT_FREE;
        return caller == null || !isServed ? null : passedOver(caller, f.agent());
      }
      default -> {}
    }
    return null;
  }

  private @Nullable String passedOver(Caller caller, AgentId agent) {
    if (!plain.getOrDefault(caller.queue(), false)) {
      return null;
    }
    for (KeptPlace place : places.values()) {
      Trunk trunk = trunks.get(place.trunk());
      boolean isFree = trunk != null && trunk.maxLegs() == 0 && trunk.legsPerSecond() == 0;
      boolean isTheirs = !place.only() || agent.equals(place.wanted());
      if (isFree
          && isTheirs
          && place.queue().equals(caller.queue())
          && place.node().equals(caller.node())
          && place.priority() == caller.priority()
          && place.sinceMicros() < caller.sinceMicros()) {
        return caller + " gets an agent before " + place;
      }
    }
    return null;
  }
}
