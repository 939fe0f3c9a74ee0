// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.ringmaster.core.callback.CallbackState;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.EntryState;
import org.ringmaster.core.queue.KeptPlace;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.talk.Talk;
import org.ringmaster.core.talk.TalkState;
import org.ringmaster.core.talk.Third;
import org.ringmaster.dialer.campaign.Campaigns;
import org.ringmaster.dialer.campaign.Preview;
import org.ringmaster.dialer.campaign.PreviewFact;

/** Each decider keeps its own books; after a turn they must fit each other. */
final class BooksAgree implements Invariant {
  private boolean previews;

  /** Only where leads are shown are there campaigns to ask about it. */
  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    previews |= fact.fact() instanceof PreviewFact;
    return null;
  }

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

  private @Nullable String entries(Centre centre) {
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
    String broken = callbacks(centre, offers);
    if (broken == null && previews) {
      broken = previews(centre, offers);
    }
    if (broken == null) {
      broken = talks(centre, offers);
    }
    if (broken != null) {
      return broken;
    }
    List<Offer> lost =
        centre.roster().books().offers().stream()
            .filter(offer -> !offers.contains(offer.id()))
            .toList();
    return lost.isEmpty() ? null : "an offer lives for nobody: " + lost;
  }

  /** Who waits for the customer of a callback, or is rung for them, is no waiting caller's. */
  private static @Nullable String callbacks(Centre centre, Set<OfferId> offers) {
    for (Callback callback : centre.callbacks().books().callbacks()) {
      KeptPlace place = centre.acd().books().place(callback.place());
      if (place != null && !Objects.equals(place.offer(), callback.offer())) {
        return callback.id() + " has " + callback.offer() + " and its place " + place.offer();
      }
      if (callback.offer() == null) {
        continue;
      }
      Offer offer = centre.roster().books().offer(callback.offer());
      boolean fits =
          offer != null
              && (callback.state() == CallbackState.AGENT_RUNG
                  || (callback.state() == CallbackState.DIALLING && offer.isAccepted()));
      if (offer == null || !fits || !offers.add(offer.id())) {
        return callback.id() + " is " + callback.state() + " and its agent's part is " + offer;
      }
    }
    return null;
  }

  /** Who waits for a lead that they wanted dialled, or is rung for it, is no caller's either. */
  private static @Nullable String previews(Centre centre, Set<OfferId> offers) {
    for (Preview preview : centre.part(Campaigns.class).books().previews().all()) {
      Offer offer = preview.offer() == null ? null : centre.roster().books().offer(preview.offer());
      boolean isLost = preview.leg() == null && preview.offer() != null && offer == null;
      boolean isOthers = offer != null && !offer.agent().equals(preview.agent());
      boolean isEarly = offer != null && preview.leg() != null && !offer.isAccepted();
      if (isLost || isOthers || isEarly || (offer != null && !offers.add(offer.id()))) {
        return preview + " and its agent's part is " + offer;
      }
    }
    return null;
  }

  /** Whose queue's part is over may go on in a conversation of its agents. */
  private static @Nullable String talks(Centre centre, Set<OfferId> offers) {
    Set<OfferId> parts = new HashSet<>();
    for (Talk talk : centre.talks().books().talks()) {
      Offer called =
          talk.customer() == null ? null : centre.roster().books().offerOf(talk.customer());
      if (called != null && talk.isInternal()) {
        offers.add(called.id()); // The other of two agents.
      }
      if (talk.offer() != null) {
        Offer offer = centre.roster().books().offer(talk.offer());
        boolean isLed =
            offer != null
                && offer.agent().equals(talk.agent())
                && offer.call().equals(talk.call())
                && (offer.isAccepted() || talk.state() == TalkState.DIALLING);
        if (offer == null || !isLed || !parts.add(offer.id())) {
          return talk + " is led by " + offer;
        }
      }
      String broken = talk.third() == null ? null : third(centre, talk, talk.third(), parts);
      if (broken != null) {
        return broken;
      }
    }
    offers.addAll(parts);
    return null;
  }

  private static @Nullable String third(Centre centre, Talk talk, Third third, Set<OfferId> parts) {
    if (third.offer() == null) {
      boolean lives = centre.calls().books().leg(third.leg()) != null;
      return lives || comesBack(talk) ? null : talk + " is with " + third.leg() + ", which is gone";
    }
    Offer offer = centre.roster().books().offer(third.offer());
    if (offer == null) {
      return comesBack(talk) ? null : talk + " is with " + third.offer() + ", which is over";
    }
    boolean isRung = talk.state() == TalkState.ASKING || talk.state() == TalkState.HANDED;
    boolean fits =
        offer.agent().equals(third.agent())
            && offer.call().equals(talk.call())
            && offer.leg().equals(third.leg())
            && offer.isAccepted() != isRung;
    return fits && parts.add(offer.id()) ? null : talk + " is with " + offer;
  }

  /**
   * Whom nobody took waits a moment for the telephone of the agent they come back to; that it is
   * only a moment is another question.
   */
  private static boolean comesBack(Talk talk) {
    return talk.state() == TalkState.HANDED && talk.from() != null && !talk.back();
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
