// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.OfferState;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.callback.CallbackState;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.EntryState;
import org.ringmaster.core.queue.KeptPlace;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.recording.CallRecording;
import org.ringmaster.core.recording.RecordingState;
import org.ringmaster.core.supervision.Supervision;
import org.ringmaster.core.supervision.SupervisionState;
import org.ringmaster.core.talk.Talk;
import org.ringmaster.core.talk.TalkState;
import org.ringmaster.core.voicemail.Message;

/** What must hold after every input, whatever happened. */
final class CentreInvariants {
  private CentreInvariants() {}

  /** What our own books must agree on. */
  static void check(Centre centre, Input input) {
    try {
      agentsAndOffers(centre);
      entriesAndOffers(centre);
      legsAndCalls(centre);
      callbacks(centre);
      supervisions(centre);
      recordings(centre);
    } catch (AssertionError broken) {
      throw new AssertionError("after " + input + ": " + broken.getMessage(), broken);
    }
  }

  private static void agentsAndOffers(Centre centre) {
    Set<AgentId> offered = new HashSet<>();
    for (Offer offer : centre.roster().books().offers()) {
      assertTrue(offered.add(offer.agent()), offer.agent() + " holds two live offers");
      Agent agent = centre.roster().books().agent(offer.agent());
      assertNotNull(agent, "an offer to nobody");
      assertEquals(offer.id(), agent.offer(), "the agent's offer");
      AgentState expected =
          offer.state() == OfferState.MADE ? AgentState.OFFERED : AgentState.ON_CALL;
      assertEquals(expected, agent.state(), agent.id() + "'s state while an offer lives");
      assertNotNull(
          centre.calls().books().leg(offer.leg()), "an offer whose leg is gone: " + offer);
    }
    for (Agent agent : centre.roster().books().agents()) {
      boolean busy = agent.state() == AgentState.OFFERED || agent.state() == AgentState.ON_CALL;
      assertEquals(busy, offered.contains(agent.id()), agent.id() + " in " + agent.state());
      if (agent.leg() != null) {
        assertNotNull(centre.calls().books().leg(agent.leg()), agent.id() + "'s leg is gone");
      }
      if (agent.state() == AgentState.SIGNED_OUT) {
        assertNull(agent.telephone());
        assertNull(agent.leg());
      }
    }
  }

  private static void entriesAndOffers(Centre centre) {
    Map<OfferId, EntryId> entryOf = new HashMap<>();
    Set<CallId> calls = new HashSet<>();
    for (QueueEntry entry : centre.acd().books().entries()) {
      assertTrue(calls.add(entry.call()), "a call waits twice");
      Leg leg = centre.calls().books().leg(entry.leg());
      assertNotNull(leg, "a caller who is gone still waits: " + entry);
      assertEquals(entry.call(), leg.call());
      int accepted = 0;
      for (OfferId id : entry.offers()) {
        Offer offer = centre.roster().books().offer(id);
        assertNotNull(offer, "an offer that is over in " + entry);
        assertNull(entryOf.put(id, entry.id()), "one offer for two callers");
        accepted += offer.state() == OfferState.ACCEPTED ? 1 : 0;
      }
      boolean whispers = centre.acd().books().isWhispering(entry.id());
      assertTrue(
          !whispers || entry.state() == EntryState.OFFERED, "a whisper for nobody: " + entry);
      int expected = entry.state() == EntryState.CONNECTED || whispers ? 1 : 0;
      assertEquals(expected, accepted, "agents who have answered " + entry);
      assertEquals(entry.state() == EntryState.WAITING, entry.offers().isEmpty(), "" + entry);
    }
    Set<OfferId> direct = new HashSet<>();
    for (Talk talk : centre.talks().books().talks()) {
      direct.add(talk.offer());
      direct.add(talk.third() == null ? null : talk.third().offer());
      Offer called =
          talk.customer() == null ? null : centre.roster().books().offerOf(talk.customer());
      direct.add(called == null ? null : called.id());
    }
    for (Offer offer : centre.roster().books().offers()) {
      assertTrue(
          entryOf.containsKey(offer.id())
              || direct.contains(offer.id())
              || isForCallback(centre, offer),
          "an offer for nobody: " + offer);
    }
  }

  /** A part is under way only where its recording runs; what is over is not in the books. */
  private static void recordings(Centre centre) {
    for (CallRecording one : centre.recordings().books().all()) {
      assertTrue(
          !one.isRecorded() || one.state() == RecordingState.RUNNING, "recorded while " + one);
      assertNotNull(centre.calls().books().call(one.call()), "the call is over of " + one);
    }
  }

  private static boolean isForCallback(Centre centre, Offer offer) {
    return centre.callbacks().books().callbacks().stream()
        .anyMatch(callback -> offer.id().equals(callback.offer()));
  }

  /** Nobody is dialled twice at a time, and a place is in the line only while it waits. */
  private static void callbacks(Centre centre) {
    Set<LegId> dialled = new HashSet<>();
    for (Callback callback : centre.callbacks().books().callbacks()) {
      KeptPlace place = centre.acd().books().place(callback.place());
      boolean mayBeKept =
          callback.state() == CallbackState.WAITING || callback.state() == CallbackState.AGENT_RUNG;
      assertTrue(place == null || mayBeKept, "a place is kept for " + callback);
      assertEquals(
          callback.state() == CallbackState.AGENT_RUNG,
          place != null && place.offer() != null,
          "an agent is rung for the place of " + callback);
      if (callback.state() == CallbackState.DIALLING) {
        assertNotNull(callback.leg());
        assertNotNull(centre.calls().books().leg(callback.leg()), "dialled by no leg: " + callback);
        assertTrue(dialled.add(callback.leg()), "dialled by one leg: " + callback);
      }
    }
    centre.talks().books().talks().forEach(talk -> dialled.add(talk.customer()));
    for (Leg leg : centre.calls().books().legs()) {
      boolean isToCustomer =
          leg.role() == LegRole.CALLER && leg.state() == LegState.REQUESTED
              || leg.role() == LegRole.CALLER && leg.state() == LegState.RINGING;
      assertTrue(
          !isToCustomer || leg.hangUpAsked() || dialled.contains(leg.id()),
          "a customer is dialled for nothing: " + leg);
    }
  }

  /** Nobody hears a talk but by an attendance that is in the books. */
  private static void supervisions(Centre centre) {
    Set<LegId> attending = new HashSet<>();
    for (Supervision one : centre.supervisions().books().all()) {
      assertTrue(attending.add(one.leg()), "one leg for two supervisors");
      assertNotNull(centre.calls().books().leg(one.leg()), "a supervisor who is gone: " + one);
      if (one.snoop() != null) {
        attending.add(one.snoop());
      }
      boolean hears =
          one.state() == SupervisionState.LISTENING || one.state() == SupervisionState.WHISPERING;
      assertEquals(hears, one.snoop() != null, "by what " + one + " hears");
      assertTrue(
          one.state() == SupervisionState.TAKEN_OVER
              || centre.roster().books().offer(one.offer()) != null,
          "a supervisor at no talk: " + one);
    }
    for (Leg leg : centre.calls().books().legs()) {
      boolean isTheirs = leg.role() == LegRole.SUPERVISOR || leg.role() == LegRole.SNOOP;
      assertTrue(
          !isTheirs || leg.hangUpAsked() || attending.contains(leg.id()),
          "somebody hears what is not theirs: " + leg);
    }
  }

  private static void legsAndCalls(Centre centre) {
    Map<CallId, Integer> live = new HashMap<>();
    Set<Object> served = new HashSet<>();
    centre.acd().books().entries().forEach(entry -> served.add(entry.leg()));
    centre.roster().books().offers().forEach(offer -> served.add(offer.leg()));
    centre.roster().books().agents().forEach(agent -> served.add(agent.leg()));
    for (Leg leg : centre.calls().books().legs()) {
      if (leg.call() != null) {
        live.merge(leg.call(), 1, Integer::sum);
        assertNotNull(centre.calls().books().call(leg.call()), "a leg of a call that is over");
      }
      if (leg.role() == LegRole.AGENT || leg.role() == LegRole.STANDING) {
        assertTrue(
            leg.hangUpAsked() || served.contains(leg.id()), "an agent's leg for nothing: " + leg);
      }
    }
    live.forEach(
        (id, count) -> {
          var call = centre.calls().books().call(id);
          assertNotNull(call);
          assertEquals(count, call.liveLegs(), "live legs of " + id);
        });
  }

  /**
   * What our books and the nodes must agree on when nothing is on its way and nothing is lost.
   *
   * @param silent rooms whose music will be asked for in a moment
   */
  static void checkAgainst(
      Centre centre, Map<NodeId, ManualAsterisk> nodes, Set<BridgeId> silent, long nowMicros) {
    nobodyIsForgotten(centre, nodes);
    nobodyWaitsForAFreeAgent(centre, nowMicros);
    for (Leg leg : centre.calls().books().legs()) {
      ManualAsterisk node = nodes.get(leg.node());
      assertNotNull(node);
      Channel channel = node.channel(leg.id());
      assertNotNull(channel, "our books have a leg that is gone: " + leg);
      assertEquals(channel.state, leg.state(), "state of " + leg);
      assertEquals(channel.bridge, leg.bridge(), "bridge of " + leg);
      assertTrue(!leg.hangUpAsked(), "a leg that should be hung up lives: " + leg);
      Room room = node.room(channel.bridge);
      boolean isWantedNowhere =
          leg.wantedBridge() == null && room != null && room.kind() != BridgeKind.TALK;
      if (!isWantedNowhere) { // As who hears a last prompt, or holds, after their talk was lost.
        assertEquals(channel.bridge, leg.wantedBridge(), "bridge wanted for " + leg);
      }
    }
    for (ManualAsterisk node : nodes.values()) {
      for (Channel channel : node.channels().values()) {
        boolean known = centre.calls().books().leg(channel.id) != null;
        assertTrue(known || !channel.ours, "a leg that our books do not know: " + channel.id);
      }
      node.rooms().forEach((id, room) -> talkIsWhole(centre, id, room));
    }
    waitersHearMusic(centre, nodes, silent);
  }

  /** As many hear each other as should. */
  private static void talkIsWhole(Centre centre, BridgeId id, Room room) {
    var bridge = centre.calls().books().bridge(id);
    if (room.kind() != BridgeKind.TALK || bridge == null || bridge.call() == null) {
      return;
    }
    Talk talk = centre.talks().books().talk(bridge.call());
    List<Integer> allowed =
        talk == null
            ? List.of(0, 2)
            : switch (talk.state()) {
              case DIALLING, HELD, ASKING -> List.of(0, 1);
              case TALKING, CONSULTING, SWAPPED, PASSED -> List.of(2);
              case TOGETHER -> List.of(3);
              case HANDED, PARKED, OVER -> List.of(0);
            };
    int barged = centre.supervisions().books().bargedInto(bridge.call());
    assertTrue(
        allowed.contains(room.legs().size() - barged),
        "a talk of " + room.legs().size() + ": " + talk);
  }

  private static void nobodyIsForgotten(Centre centre, Map<NodeId, ManualAsterisk> nodes) {
    Set<LegId> waiting = new HashSet<>();
    centre.acd().books().entries().forEach(entry -> waiting.add(entry.leg()));
    centre.callbacks().books().callbacks().forEach(callback -> waiting.add(callback.leg()));
    centre.talks().books().talks().forEach(talk -> waiting.add(talk.customer()));
    centre.voicemails().books().messages().stream()
        .filter(Message::isBeingLeft) // Where nobody tells of its end it is asked for.
        .forEach(message -> waiting.add(message.leg()));
    for (Leg leg : centre.calls().books().legs()) {
      if (leg.role() == LegRole.CALLER && !waiting.contains(leg.id())) {
        ManualAsterisk node = nodes.get(leg.node());
        boolean attended =
            centre.calls().books().isForwarding(leg.id())
                || centre.acd().isWelcoming(leg.id())
                || (node != null && node.plays(leg.id()));
        assertTrue(attended, "a caller whom nobody serves: " + leg);
      }
    }
  }

  private static void nobodyWaitsForAFreeAgent(Centre centre, long nowMicros) {
    for (QueueEntry entry : centre.acd().books().entries()) {
      Queue queue = centre.acd().books().queue(entry.queue());
      Leg caller = centre.calls().books().leg(entry.leg());
      if (entry.state() != EntryState.WAITING || queue == null || caller == null) {
        continue;
      }
      for (AgentId agent : queue.agents()) {
        boolean free =
            centre.roster().isFree(agent)
                && centre.acd().mayAnswer(agent, entry, nowMicros)
                && entry.node().equals(centre.roster().nodeOf(agent))
                && !centre.acd().books().isResting(agent, nowMicros);
        Agent who = centre.roster().books().agent(agent);
        boolean same = who != null && Objects.equals(who.telephone(), caller.telephone());
        assertTrue(!free || same, entry + " waits while " + agent + " is free");
      }
    }
  }

  private static void waitersHearMusic(
      Centre centre, Map<NodeId, ManualAsterisk> nodes, Set<BridgeId> silent) {
    for (QueueEntry entry : centre.acd().books().entries()) {
      ManualAsterisk node = nodes.get(entry.node());
      assertNotNull(node);
      Channel channel = node.channel(entry.leg());
      assertNotNull(channel);
      Room room = node.room(channel.bridge);
      assertNotNull(room, "silence for " + entry);
      Talk talk = centre.talks().books().talk(entry.call());
      boolean onHold =
          talk != null
              && Set.of(TalkState.HELD, TalkState.ASKING, TalkState.CONSULTING)
                  .contains(talk.state());
      BridgeKind expected =
          entry.state() == EntryState.CONNECTED && !onHold
              ? BridgeKind.TALK
              : BridgeKind.WAITING_ROOM;
      assertEquals(expected, room.kind(), "where " + entry + " is");
      assertTrue(
          entry.state() == EntryState.WAITING
              || !node.plays(entry.leg())
              || centre.recordings().books().of(entry.call()) != null, // They are told of it.
          "an announcement goes on over an agent: " + entry);
      boolean hears =
          (room.plays() && room.musicClass() != null) || silent.contains(channel.bridge);
      assertTrue(expected == BridgeKind.TALK || hears, "no music for " + entry);
    }
  }
}
