// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.steering;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferState;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.EntryState;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.Talk;
import org.ringmaster.core.talk.TalkControl;

/** Pauses agents and signs them out, as supervisors ask. */
final class AgentSteering {

  private final CallControl calls;
  private final Roster roster;
  private final Acd acd;
  private final TalkControl talks;

  AgentSteering(CallControl calls, Roster roster, Acd acd, TalkControl talks) {
    this.calls = calls;
    this.roster = roster;
    this.acd = acd;
    this.talks = talks;
  }

  @Nullable String pause(SteeringInput.PauseAgent in, Decision decision) {
    Agent agent = roster.books().agent(in.agent());
    String refusal = roster.refusal(in.reason());
    refusal = refusal == null ? absence(agent, in.agent().value()) : refusal;
    if (refusal != null) {
      return refusal;
    }
    decision.record(new SteeringFact.AgentPaused(in.agent(), in.reason(), in.author()));
    return roster.pause(in.agent(), in.reason(), decision);
  }

  @Nullable String unpause(SteeringInput.UnpauseAgent in, Decision decision) {
    Agent agent = roster.books().agent(in.agent());
    String refusal = absence(agent, in.agent().value());
    if (agent == null || refusal != null) {
      return refusal;
    }
    if (agent.state() != AgentState.PAUSED && agent.pauseAsked() == null) {
      return "Agent " + agent.id() + " is not paused.";
    }
    if (agent.telephone() == null || calls.books().telephone(agent.telephone()) == null) {
      return "Telephone " + agent.telephone() + " is gone: sign the agent out, and in on another.";
    }
    decision.record(new SteeringFact.AgentUnpaused(in.agent(), in.author()));
    return roster.unpause(in.agent(), decision);
  }

  @Nullable String signOut(SteeringInput.SignOutAgent in, Decision decision) {
    Agent agent = roster.books().agent(in.agent());
    String refusal = absence(agent, in.agent().value());
    if (agent == null || refusal != null) {
      return refusal;
    }
    boolean talks = in.now() && agent.state() == AgentState.ON_CALL;
    Offer offer = talks && agent.offer() != null ? roster.books().offer(agent.offer()) : null;
    refusal = offer == null ? null : whyNotAtOnce(offer, decision);
    if (refusal != null) {
      return refusal + " Sign them out after this call instead.";
    }
    decision.record(new SteeringFact.AgentSignedOut(in.agent(), in.now(), in.author()));
    roster.signOut(in.agent(), in.now(), decision);
    if (offer != null) {
      giveBack(offer, in, decision);
    }
    return null;
  }

  /** The caller of an agent who goes waits again, at the place that their wait has earned. */
  private void giveBack(Offer offer, SteeringInput.SignOutAgent in, Decision decision) {
    QueueEntry entry = acd.books().entryOf(offer.id());
    if (entry != null && entry.state() == EntryState.OFFERED) {
      roster.letGo(offer.id(), decision); // They hear the whisper: the caller has not moved yet.
    } else {
      QueueId queue = queueOf(offer);
      if (queue != null) {
        talks.handOn(in.agent(), Destination.queue(queue), in.author().value(), decision);
      }
    }
  }

  private @Nullable QueueId queueOf(Offer offer) {
    QueueEntry entry = acd.books().entryOf(offer.id());
    Talk talk = talks.books().talk(offer.call());
    return entry != null ? entry.queue() : talk == null ? null : talk.origin().queue();
  }

  private @Nullable String whyNotAtOnce(Offer offer, Decision decision) {
    QueueEntry entry = acd.books().entryOf(offer.id());
    if (entry != null && entry.state() == EntryState.OFFERED) {
      return null;
    }
    QueueId queue = queueOf(offer);
    Leg leg = calls.books().leg(offer.leg());
    if (offer.state() != OfferState.ACCEPTED || queue == null || leg == null) {
      return "Agent " + offer.agent() + " has a call of no queue: its caller can go nowhere.";
    }
    return talks.whyNotHandOn(offer.agent(), Destination.queue(queue), decision);
  }

  private static @Nullable String absence(@Nullable Agent agent, String name) {
    if (agent == null) {
      return "No agent " + name + ": add it under agents: in ringmaster.yaml.";
    }
    return agent.state() == AgentState.SIGNED_OUT ? "Agent " + name + " is not signed in." : null;
  }
}
