// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.KeptPlace;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.simulation.asterisk.AsteriskWatcher;
import org.ringmaster.simulation.asterisk.Room;
import org.ringmaster.simulation.asterisk.SimulatedLeg;
import org.ringmaster.simulation.world.CentrePlan;

/**
 * The floor as somebody sees it who stands in the room with a stop watch: whose telephone is truly
 * free, who truly waits, and who was given to whom. What was decided is read from the facts, where
 * everybody is from the simulated Asterisks. Owned by the simulation's thread.
 */
final class NaiveFloor implements AsteriskWatcher {
  private static final long MICROS_PER_MILLI = 1_000;

  private final Map<AgentId, Desk> desks = new LinkedHashMap<>();
  private final Map<String, Desk> byTelephone = new HashMap<>();
  private final Map<LegId, Desk> byLeg = new HashMap<>();
  private final Map<QueueId, Queue> queues = new HashMap<>();
  private final Map<EntryId, Waiter> waiters = new LinkedHashMap<>();
  private final Map<LegId, Waiter> waitersByLeg = new HashMap<>();
  private final Map<EntryId, KeptPlace> places = new HashMap<>();
  private final NaiveReserves reserves = new NaiveReserves(desks, queues.values());
  private final FloorJudge judge = new FloorJudge(new NaiveRules(desks, reserves), reserves);
  private final LongSupplier clock;

  /** The floor of a plan; the clock is that of the Asterisks. */
  NaiveFloor(CentrePlan plan, LongSupplier clockMicros) {
    clock = clockMicros;
    for (AgentProfile profile : plan.agents()) {
      var telephone = plan.telephoneOf(profile.id());
      Desk desk = new Desk(profile.id(), telephone.node(), telephone.use(), profile.skills());
      desks.put(profile.id(), desk);
      byTelephone.put(telephone.id().value(), desk);
    }
    plan.queues().forEach(queue -> queues.put(queue.id(), queue));
  }

  FloorJudge judge() {
    return judge;
  }

  /**
   * All who wait with nobody on the way to them, and all who could take one: looks at each pair.
   */
  void look() {
    long now = clock.getAsLong();
    for (Desk desk : desks.values()) {
      judge.stopsIdling(desk, waiters.values(), now);
    }
  }

  Map<AgentId, Desk> desks() {
    return desks;
  }

  // What is true.

  @Override
  public void made(NodeId node, SimulatedLeg leg) {
    Desk desk = leg.isSnoop() ? null : byTelephone.get(leg.endpoint());
    if (desk != null) {
      byLeg.put(leg.id(), desk);
      judge.stopsIdling(desk, waiters.values(), clock.getAsLong());
      desk.legMade(leg.id(), clock.getAsLong());
    }
  }

  @Override
  public void joined(NodeId node, SimulatedLeg leg, BridgeId bridge) {
    moved(leg);
  }

  @Override
  public void left(NodeId node, SimulatedLeg leg, BridgeId bridge) {
    moved(leg);
  }

  private void moved(SimulatedLeg leg) {
    Desk desk = byLeg.get(leg.id());
    if (desk != null) {
      Room room = leg.room();
      judge.stopsIdling(desk, waiters.values(), clock.getAsLong());
      desk.legMoved(leg.id(), room == null ? null : room.kind(), clock.getAsLong());
    }
  }

  @Override
  public void gone(NodeId node, SimulatedLeg leg, HangupCause cause) {
    Desk desk = byLeg.remove(leg.id());
    if (desk != null) {
      desk.legGone(leg.id(), clock.getAsLong());
    }
    Waiter waiter = waitersByLeg.remove(leg.id());
    if (waiter != null) {
      stopsWaiting(waiter, clock.getAsLong()); // Though the books hear of it only later.
    }
  }

  // What was decided.

  /** Reads one fact. */
  void read(RecordedFact recorded) {
    long now = recorded.envelope().recordedAtMicros();
    Fact fact = recorded.fact();
    if (fact instanceof QueueFact queueFact) {
      read(queueFact, now);
    } else if (fact instanceof AgentFact agentFact) {
      AgentId agent = agentOf(agentFact);
      Desk desk = agent == null ? null : desks.get(agent);
      if (desk != null) {
        judge.stopsIdling(desk, waiters.values(), now);
        desk.hears(agentFact, now);
      }
    }
  }

  private static @Nullable AgentId agentOf(AgentFact fact) {
    return switch (fact) {
      case AgentFact.SignedIn f -> f.agent();
      case AgentFact.Ready f -> f.agent();
      case AgentFact.SignedOut f -> f.agent();
      case AgentFact.Paused f -> f.agent();
      case AgentFact.Unpaused f -> f.agent();
      case AgentFact.Reconnecting f -> f.agent();
      case AgentFact.OfferMade f -> f.agent();
      case AgentFact.OfferEnded f -> f.agent();
      case AgentFact.WrapUpStarted f -> f.agent();
      case AgentFact.Freed f -> f.agent();
      default -> null;
    };
  }

  private void read(QueueFact fact, long now) {
    switch (fact) {
      case QueueFact.EntryJoined f -> joins(f, now);
      case QueueFact.EntryOffered f -> {
        Waiter waiter = waiters.get(f.entry());
        Desk desk = desks.get(f.agent());
        if (waiter != null && desk != null) {
          if (f.choice() != null) { // Else the agent had come for this very customer.
            judge.given(waiter, desk, waiters.values(), now);
          }
          stopsWaiting(waiter, now);
          waiter.rung++;
        }
      }
      case QueueFact.EntryUnoffered f -> {
        Waiter waiter = waiters.get(f.entry());
        if (waiter != null && --waiter.rung == 0) {
          waitsAlone(waiter, now);
        }
      }
      case QueueFact.EntryReturned f -> {
        Waiter waiter = waiters.get(f.entry());
        if (waiter != null) {
          waiter.rung = 0;
          waitsAlone(waiter, now);
        }
      }
      case QueueFact.EntryCompleted f -> leaves(f.entry(), now);
      case QueueFact.EntryAbandoned f -> leaves(f.entry(), now);
      case QueueFact.EntryOverflowed f -> leaves(f.entry(), now);
      case QueueFact.PlaceKept f -> places.put(f.place().id(), f.place());
      case QueueFact.PlaceOffered f -> {
        KeptPlace place = places.get(f.place());
        Desk desk = desks.get(f.agent());
        if (place != null && desk != null) {
          judge.given(waiter(place), desk, waiters.values(), now);
        }
      }
      case QueueFact.PlaceLeft f -> places.remove(f.place());
      case QueueFact.AgentRested f -> {
        Desk desk = desks.get(f.agent());
        if (desk != null) {
          judge.stopsIdling(desk, waiters.values(), now);
          desk.rests(f.untilMicros(), now);
        }
      }
      default -> {}
    }
  }

  private void joins(QueueFact.EntryJoined f, long now) {
    Queue queue = queues.get(f.queue());
    if (queue != null) {
      long since = now - f.creditMillis() * MICROS_PER_MILLI;
      Waiter waiter =
          new Waiter(f.entry(), queue, f.leg(), f.node(), f.priority(), f.wanted(), since, now);
      waiters.put(f.entry(), waiter);
      waitersByLeg.put(f.leg(), waiter);
    }
  }

  private Waiter waiter(KeptPlace place) {
    return new Waiter(
        place.id(),
        Objects.requireNonNull(queues.get(place.queue())),
        null,
        place.node(),
        place.priority(),
        place.wanted(),
        place.sinceMicros(),
        place.sinceMicros());
  }

  /** Who is gone in truth does not wait any more, whatever the books say. */
  private void waitsAlone(Waiter waiter, long now) {
    if (waiter.leg != null && waiter.equals(waitersByLeg.get(waiter.leg))) {
      waiter.aloneSince = now;
    }
  }

  private void stopsWaiting(Waiter waiter, long now) {
    judge.stopsWaiting(waiter, desks.values(), now);
    waiter.aloneSince = Waiter.NOT_NOW;
  }

  private void leaves(EntryId entry, long now) {
    Waiter waiter = waiters.get(entry);
    if (waiter != null) {
      stopsWaiting(waiter, now);
      waiters.remove(entry);
      if (waiter.leg != null) {
        waitersByLeg.remove(waiter.leg, waiter);
      }
    }
  }

  /** The longest that anybody waits now with nobody on the way, milliseconds. */
  long longestWaitMillis(long now) {
    long longest = 0;
    for (Waiter waiter : waiters.values()) {
      if (waiter.aloneSince != Waiter.NOT_NOW) {
        longest = Math.max(longest, waiter.waitedMillis(now));
      }
    }
    return longest;
  }

  /** Who has had nothing in hand for longer than this while the books have them busy. */
  List<Desk> forgotten(long now, long longerMicros) {
    List<Desk> found = new ArrayList<>();
    for (Desk desk : desks.values()) {
      if (desk.forgottenSince() != Desk.NEVER && now - desk.forgottenSince() > longerMicros) {
        found.add(desk);
      }
    }
    return found;
  }
}
