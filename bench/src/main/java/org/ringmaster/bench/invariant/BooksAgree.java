// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.OfferState;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.queue.EntryState;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.talk.Talk;

/** Each decider keeps its own books; after a turn they must fit each other. */
final class BooksAgree implements Invariant {
  @Override
  public String sentence() {
    return "The books of agents, queues and calls agree.";
  }

  @Override
  public @Nullable String brokenAfterTurn(Centre centre) {
    String broken = agents(centre);
    if (broken == null) {
      broken = entries(centre);
    }
    return broken == null ? calls(centre) : broken;
  }

  private static @Nullable String agents(Centre centre) {
    for (Offer offer : centre.roster().books().offers()) {
      Agent agent = centre.roster().books().agent(offer.agent());
      if (agent == null || !offer.id().equals(agent.offer())) {
        return offer.id() + " lives, and its agent is " + agent;
      }
      if (centre.calls().books().leg(offer.leg()) == null) {
        return offer.id() + " lives, and its leg " + offer.leg() + " does not";
      }
    }
    for (Agent agent : centre.roster().books().agents()) {
      Offer offer = agent.offer() == null ? null : centre.roster().books().offer(agent.offer());
      AgentState expected =
          offer == null
              ? null
              : offer.state() == OfferState.MADE ? AgentState.OFFERED : AgentState.ON_CALL;
      boolean busy = agent.state() == AgentState.OFFERED || agent.state() == AgentState.ON_CALL;
      if (busy != (offer != null) || (expected != null && expected != agent.state())) {
        return agent.id() + " is " + agent.state() + " with offer " + offer;
      }
      if (agent.leg() != null && centre.calls().books().leg(agent.leg()) == null) {
        return agent.id() + " stands on " + agent.leg() + ", which is gone";
      }
    }
    return null;
  }

  private static @Nullable String entries(Centre centre) {
    Set<OfferId> offers = new HashSet<>();
    for (QueueEntry entry : centre.acd().books().entries()) {
      Leg leg = centre.calls().books().leg(entry.leg());
      if (leg == null || !entry.call().equals(leg.call())) {
        return entry.id() + " waits with leg " + leg;
      }
      int accepted = 0;
      for (OfferId id : entry.offers()) {
        Offer offer = centre.roster().books().offer(id);
        if (offer == null || !offers.add(id)) {
          return id + " of " + entry.id() + " is over or another's too";
        }
        accepted += offer.state() == OfferState.ACCEPTED ? 1 : 0;
      }
      boolean whispers = centre.acd().books().isWhispering(entry.id());
      int expected = entry.state() == EntryState.CONNECTED || whispers ? 1 : 0;
      if (accepted != expected
          || (entry.state() == EntryState.WAITING) != entry.offers().isEmpty()) {
        return entry + " has " + accepted + " agents who answered";
      }
    }
    for (Callback callback : centre.callbacks().books().callbacks()) {
      if (callback.offer() != null && callback.entry() == null) {
        offers.add(callback.offer());
      }
    }
    // Whose queue's part is over may go on in a conversation of its agents.
    for (Talk talk : centre.talks().books().talks()) {
      if (talk.offer() != null) {
        offers.add(talk.offer());
      }
      if (talk.third() != null && talk.third().offer() != null) {
        offers.add(talk.third().offer());
      }
    }
    List<Offer> lost =
        centre.roster().books().offers().stream()
            .filter(offer -> !offers.contains(offer.id()))
            .toList();
    return lost.isEmpty() ? null : "an offer lives for nobody: " + lost;
  }

  private static @Nullable String calls(Centre centre) {
    Map<CallId, Integer> live = new HashMap<>();
    for (Leg leg : centre.calls().books().legs()) {
      if (leg.call() != null) {
        live.merge(leg.call(), 1, Integer::sum);
      }
    }
    for (Map.Entry<CallId, Integer> each : live.entrySet()) {
      Call call = centre.calls().books().call(each.getKey());
      if (call == null || call.liveLegs() != each.getValue()) {
        return each.getKey() + " has " + each.getValue() + " legs and stands as " + call;
      }
    }
    return null;
  }
}
