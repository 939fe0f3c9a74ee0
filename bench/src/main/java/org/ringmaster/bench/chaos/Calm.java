// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferState;
import org.ringmaster.core.call.Bridge;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.queue.EntryState;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.recording.CallRecording;
import org.ringmaster.core.talk.Talk;
import org.ringmaster.core.talk.TalkState;
import org.ringmaster.core.talk.Third;
import org.ringmaster.simulation.asterisk.Room;
import org.ringmaster.simulation.asterisk.SimulatedLeg;
import org.ringmaster.simulation.world.SimulatedCentre;

/**
 * What must be so, sooner or later, once nothing goes wrong any more: the books are the truth, and
 * nobody is forgotten.
 */
final class Calm {
  /** So many looks in a row, a quarter of a second apart, are no coincidence. */
  private static final int MANY_LOOKS = 4;

  private final SimulatedCentre world;
  private final Edges edges;
  private final Map<String, Integer> looks = new HashMap<>();

  Calm(SimulatedCentre world, Edges edges) {
    this.world = world;
    this.edges = edges;
  }

  /** What is not so yet; null when all is well. */
  @Nullable String disturbed() {
    Centre centre = world.centre();
    for (NodeId node : edges.nodes()) {
      if (!centre.calls().books().connected(node)) {
        return node + " is not connected and compared";
      }
    }
    String wrong = booksAreTruth(centre);
    if (wrong == null) {
      wrong = truthIsInTheBooks(centre);
    }
    if (wrong == null) {
      wrong = nobodyIsForgotten(centre);
    }
    if (wrong == null) {
      wrong = recordingsAreTruth(centre);
    }
    return wrong == null ? agentsAreUsed(centre) : wrong;
  }

  /** What Asterisk records is what is to be recorded, and nothing that is not. */
  private @Nullable String recordingsAreTruth(Centre centre) {
    for (NodeId node : edges.nodes()) {
      for (Room room : edges.at(node).rooms()) {
        Bridge bridge = centre.calls().books().bridge(room.id());
        CallRecording one =
            bridge == null || bridge.call() == null
                ? null
                : centre.recordings().books().of(bridge.call());
        boolean isMeant = one != null && one.isRecorded();
        if (isMeant != edges.at(node).isRecorded(room.id())) {
          return room.id() + (isMeant ? " is not recorded: " : " is recorded: ") + one;
        }
      }
    }
    return null;
  }

  private @Nullable String booksAreTruth(Centre centre) {
    for (Leg leg : centre.calls().books().legs()) {
      SimulatedLeg is = edges.leg(leg.id());
      if (is == null) {
        return "the books have a leg that is gone: " + leg;
      }
      Room room = is.room();
      Object in = room == null ? null : room.id();
      boolean rings = is.state() == LegState.REQUESTED || is.state() == LegState.RINGING;
      boolean sameState = is.state() == leg.state() || (rings && leg.state() == LegState.REQUESTED);
      if (!sameState || !Objects.equals(in, leg.bridge())) {
        return leg + " is truly " + is.state() + " in " + in;
      }
      if (leg.hangUpAsked() || !Objects.equals(leg.bridge(), leg.wantedBridge())) {
        return "what was asked for did not come: " + leg;
      }
      if (leg.answerAsked() && leg.state() == LegState.ARRIVED) {
        return "it was answered and rings on: " + leg;
      }
    }
    return null;
  }

  private @Nullable String truthIsInTheBooks(Centre centre) {
    for (SimulatedLeg leg : edges.legs()) {
      if (leg.ours() && centre.calls().books().leg(leg.id()) == null) {
        return leg.id() + " lives with us and the books do not know it";
      }
    }
    for (Room room : edges.rooms()) {
      if (room.kind() == BridgeKind.TALK && room.legs().size() > most(room)) {
        return "a talk of " + room.legs().size() + " in " + room.id();
      }
    }
    return null;
  }

  private @Nullable String nobodyIsForgotten(Centre centre) {
    Set<LegId> waiting = new HashSet<>();
    centre.callbacks().books().callbacks().forEach(callback -> waiting.add(callback.leg()));
    for (QueueEntry entry : centre.acd().books().entries()) {
      waiting.add(entry.leg());
      if (centre.talks().books().talk(entry.call()) != null) {
        continue; // Their agent does more than talk: judged as a conversation.
      }
      SimulatedLeg caller = edges.leg(entry.leg());
      Room room = caller == null ? null : caller.room();
      BridgeKind expected =
          entry.state() == EntryState.CONNECTED ? BridgeKind.TALK : BridgeKind.WAITING_ROOM;
      if (room == null || room.kind() != expected) {
        return entry + " is in " + (room == null ? "no room" : room.kind());
      }
      if (expected == BridgeKind.TALK && room.legs().size() != 2 + barged(room)) {
        return entry + " talks with nobody";
      }
      if (entry.state() == EntryState.WAITING
          && isOverdue(centre.acd().books().queue(entry.queue()), entry)) {
        return entry + " has waited longer than the queue allows";
      }
    }
    for (Talk talk : centre.talks().books().talks()) {
      String forgotten = forgotten(talk);
      if (forgotten != null) {
        return forgotten;
      }
      if (talk.customer() != null) {
        waiting.add(talk.customer());
      }
    }
    for (Leg leg : centre.calls().books().legs()) {
      boolean served =
          leg.role() != LegRole.CALLER
              || waiting.contains(leg.id())
              || centre.calls().books().isForwarding(leg.id())
              || isPlayedTo(leg.id())
              || isRecorded(leg.id());
      if (!served) {
        return "a caller whom nobody serves: " + leg;
      }
    }
    return null;
  }

  /** Where the customer of a conversation should be and is not; null where all is well. */
  private @Nullable String forgotten(Talk talk) {
    boolean hearsSomebody =
        switch (talk.state()) {
          case TALKING, SWAPPED, TOGETHER, PASSED -> true;
          case DIALLING, HELD, ASKING, CONSULTING, HANDED, PARKED, OVER -> false;
        };
    SimulatedLeg customer = talk.customer() == null ? null : edges.leg(talk.customer());
    Room room = customer == null ? null : customer.room();
    if (talk.state() == TalkState.DIALLING) {
      return null; // Whom an agent rings has a time-out of their own.
    }
    BridgeKind expected = hearsSomebody ? BridgeKind.TALK : BridgeKind.WAITING_ROOM;
    if (room == null || room.kind() != expected || (hearsSomebody && room.legs().size() < 2)) {
      return talk + " has its customer in " + (room == null ? "no room" : room.kind());
    }
    Third third = talk.third();
    boolean isRung =
        talk.state() != TalkState.HANDED || (third != null && edges.leg(third.leg()) != null);
    return isRung ? null : talk + " waits for nobody";
  }

  /** How many may hear each other in a talk. */
  private int most(Room room) {
    Bridge bridge = world.centre().calls().books().bridge(room.id());
    Talk talk =
        bridge == null || bridge.call() == null
            ? null
            : world.centre().talks().books().talk(bridge.call());
    boolean isConference = talk != null && talk.state() == TalkState.TOGETHER;
    return (isConference ? 3 : 2) + barged(room);
  }

  /** How many supervisors are in a talk beside those who talk. */
  private int barged(Room room) {
    Bridge bridge = world.centre().calls().books().bridge(room.id());
    return bridge == null || bridge.call() == null
        ? 0
        : world.centre().supervisions().books().bargedInto(bridge.call());
  }

  private boolean isOverdue(@Nullable Queue queue, QueueEntry entry) {
    long waited = world.clockMicros() - entry.takenInMicros();
    return queue != null
        && queue.maxWaitMillis() > 0
        && waited > queue.maxWaitMillis() * 1_000 + 1_000_000;
  }

  private boolean isPlayedTo(LegId id) {
    SimulatedLeg leg = edges.leg(id);
    return leg != null && leg.isPlaying();
  }

  private boolean isRecorded(LegId id) {
    SimulatedLeg leg = edges.leg(id);
    return leg != null && leg.isRecorded();
  }

  private @Nullable String agentsAreUsed(Centre centre) {
    return idleAndWaiting(centre).stream().findFirst().orElse(null);
  }

  private Set<String> idleAndWaiting(Centre centre) {
    Set<String> found = new LinkedHashSet<>();
    for (QueueEntry entry : centre.acd().books().entries()) {
      Queue queue = centre.acd().books().queue(entry.queue());
      if (entry.state() != EntryState.WAITING || queue == null) {
        continue;
      }
      Leg caller = centre.calls().books().leg(entry.leg());
      for (AgentId id : queue.agents()) {
        Agent agent = centre.roster().books().agent(id);
        boolean same =
            caller == null
                || agent == null
                || Objects.equals(agent.telephone(), caller.telephone());
        if (!same
            && centre.roster().isFree(id)
            && centre.acd().mayAnswer(id, entry, world.clockMicros())
            && entry.node().equals(centre.roster().nodeOf(id))
            && !centre.acd().books().isResting(id, world.clockMicros())) {
          found.add(entry.id() + " waits while " + id + " is free");
        }
      }
    }
    return found;
  }

  /**
   * What lasts although nothing stands in the way of its end; null for nothing. To be looked at.
   */
  @Nullable String lasts() {
    Centre centre = world.centre();
    Set<String> now = idleAndWaiting(centre);
    for (Offer offer : centre.roster().books().offers()) {
      SimulatedLeg leg = edges.leg(offer.leg());
      boolean answered =
          leg != null && leg.ours() && leg.state() == LegState.UP && isSeen(centre, leg);
      if (answered && offer.state() == OfferState.MADE) {
        now.add(offer.id() + " rings on though " + offer.agent() + " has answered");
      }
    }
    for (SimulatedLeg leg : edges.legs()) {
      if (leg.ours() && isSeen(centre, leg) && centre.calls().books().leg(leg.id()) == null) {
        now.add(leg.id() + " lives with us and the books do not know it");
      }
      if (isLeftAlone(centre, leg)) {
        now.add(leg.id() + " was called, has answered and hears nobody");
      }
    }
    looks.keySet().retainAll(now);
    now.forEach(each -> looks.merge(each, 1, Integer::sum));
    for (Map.Entry<String, Integer> each : looks.entrySet()) {
      if (each.getValue() >= MANY_LOOKS) {
        return each.getKey();
      }
    }
    return null;
  }

  /**
   * Whether we can know of a leg: what came while its node was away is found when that is compared,
   * which has its own deadline.
   */
  private boolean isSeen(Centre centre, SimulatedLeg leg) {
    return centre.calls().books().connected(edges.nodeOf(leg));
  }

  /**
   * A customer who was called has music, an agent, is asked whether they are a person, or speaks:
   * where nobody came for them either, their queue may have asked them for a message.
   */
  private boolean isLeftAlone(Centre centre, SimulatedLeg leg) {
    boolean isAsked =
        centre.callbacks().books().callbacks().stream()
            .anyMatch(
                callback ->
                    leg.id().equals(callback.leg()) && !callback.plan().answerPrompts().isEmpty());
    return Edges.isCalledNumber(leg)
        && leg.ours()
        && leg.state() == LegState.UP
        && leg.room() == null
        && !leg.isPlaying()
        && !leg.isRecorded()
        && !isAsked
        && isSeen(centre, leg);
  }

  /** What should have been over by itself for some time; null where all is in time. */
  static @Nullable String overdue(Centre centre, long nowMicros) {
    long due = nowMicros - 1_000_000;
    for (Offer offer : centre.roster().books().offers()) {
      if (offer.state() == OfferState.MADE && offer.dueMicros() < due) {
        return "an offer that rings too long: " + offer;
      }
    }
    for (Agent agent : centre.roster().books().agents()) {
      if (agent.state() == AgentState.WRAP_UP && agent.wrapUpUntilMicros() < due) {
        return "a wrap-up that never ends: " + agent;
      }
    }
    return null;
  }

  /** Every file that any Asterisk has recorded must be ours by now. */
  private @Nullable String recordingsLeft(Centre centre) {
    if (!centre.recordings().books().all().isEmpty()
        || !centre.files().books().wanted().isEmpty()) {
      return "recordings in the books: "
          + centre.recordings().books().all()
          + centre.files().books().wanted();
    }
    Set<RecordingId> kept = world.files().kept().keySet();
    for (NodeId node : edges.nodes()) {
      for (RecordingId file : edges.at(node).recordedFiles()) {
        if (!kept.contains(file)) {
          return "a recording that nobody fetched: " + file;
        }
      }
    }
    return null;
  }

  /** What is left when everybody has gone; null where nothing is. */
  @Nullable String left() {
    Centre centre = world.centre();
    if (!edges.legs().isEmpty()) {
      return "legs that live on: " + edges.legs().stream().map(SimulatedLeg::id).toList();
    }
    for (Room room : edges.rooms()) {
      if (room.kind() == BridgeKind.TALK) {
        return "a bridge that nobody closed: " + room.id();
      }
    }
    if (!centre.calls().books().legs().isEmpty()) {
      return "legs in the books: " + centre.calls().books().legs();
    }
    if (!centre.acd().books().entries().isEmpty() || !centre.roster().books().offers().isEmpty()) {
      return "entries or offers in the books: "
          + centre.acd().books().entries()
          + centre.roster().books().offers();
    }
    String recorded = recordingsLeft(centre);
    if (recorded != null) {
      return recorded;
    }
    if (!centre.callbacks().books().callbacks().isEmpty()) {
      return "callbacks in the books: " + centre.callbacks().books().callbacks();
    }
    for (Agent agent : centre.roster().books().agents()) {
      if (agent.state() != AgentState.SIGNED_OUT) {
        return "an agent who went home is at work: " + agent;
      }
    }
    return null;
  }
}
