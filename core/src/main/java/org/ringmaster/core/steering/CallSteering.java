// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.steering;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.EntryState;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.Talk;
import org.ringmaster.core.talk.TalkControl;

/** Gives calls to agents and queues, as supervisors ask. */
final class CallSteering {

  private static final int MOST = 1_000;

  private final CallControl calls;
  private final Roster roster;
  private final Acd acd;
  private final TalkControl talks;

  CallSteering(CallControl calls, Roster roster, Acd acd, TalkControl talks) {
    this.calls = calls;
    this.roster = roster;
    this.acd = acd;
    this.talks = talks;
  }

  @Nullable String pull(SteeringInput.PullCall in, Decision decision) {
    QueueEntry entry = acd.books().entryOf(in.call());
    if (entry == null || entry.state() == EntryState.CONNECTED) {
      return handOn(in.call(), Destination.agent(in.agent()), in, decision);
    }
    String refusal = waitingRefusal(entry);
    refusal = refusal == null ? refusal(entry, in.agent()) : refusal;
    if (refusal != null) {
      return refusal;
    }
    decision.record(new SteeringFact.CallPulled(in.call(), null, in.agent(), in.author()));
    acd.pull(entry, in.agent(), decision);
    return null;
  }

  @Nullable String requeue(SteeringInput.RequeueCall in, Decision decision) {
    QueueEntry entry = acd.books().entryOf(in.call());
    if (entry == null || entry.state() == EntryState.CONNECTED) {
      return handOn(in.call(), Destination.queue(in.queue()), in, decision);
    }
    String refusal = waitingRefusal(entry);
    if (refusal == null && entry.queue().equals(in.queue())) {
      refusal = "Call " + in.call() + " waits in queue " + in.queue() + " already.";
    }
    refusal =
        refusal == null
            ? acd.refusal(in.queue(), entry.node(), entry.waitedMillis(decision.nowMicros()))
            : refusal;
    if (refusal != null) {
      return refusal;
    }
    decision.record(
        new SteeringFact.CallRequeued(in.call(), entry.queue(), in.queue(), in.author()));
    acd.requeue(entry, in.queue(), decision);
    return null;
  }

  @Nullable String prioritise(SteeringInput.PrioritiseCall in, Decision decision) {
    QueueEntry entry = acd.books().entryOf(in.call());
    if (entry == null || entry.state() == EntryState.CONNECTED) {
      return entry == null
          ? "No call " + in.call() + " waits in a queue."
          : "Call " + in.call() + " has an agent already.";
    }
    if (in.priority() < 0 || in.priority() > MOST) {
      return "A priority is a number from 0 to " + MOST + ".";
    }
    decision.record(
        new SteeringFact.CallPrioritised(in.call(), entry.id(), in.priority(), in.author()));
    decision.record(new QueueFact.EntryPrioritised(entry.id(), in.priority()));
    return null;
  }

  /** An agent talks with them: handing on is what agents do too. */
  private @Nullable String handOn(
      CallId call, Destination to, SteeringInput.Wish wish, Decision decision) {
    AgentId from = whoTalksIn(call);
    if (from == null) {
      return "No caller of call " + call + " waits in a queue, and no agent talks in it.";
    }
    String refusal = talks.whyNotHandOn(from, to, decision);
    if (refusal != null) {
      return refusal;
    }
    QueueId queue = queueOf(call);
    decision.record(
        to.agent() != null
            ? new SteeringFact.CallPulled(call, from, to.agent(), wish.author())
            : new SteeringFact.CallRequeued(
                call, queue, Objects.requireNonNull(to.queue()), wish.author()));
    return talks.handOn(from, to, wish.author().value(), decision);
  }

  private @Nullable AgentId whoTalksIn(CallId call) {
    Talk talk = talks.books().talk(call);
    if (talk != null) {
      return talk.agent();
    }
    QueueEntry entry = acd.books().entryOf(call);
    Offer offer =
        entry == null || entry.offers().isEmpty()
            ? null
            : roster.books().offer(entry.offers().getFirst());
    return offer == null ? null : offer.agent();
  }

  private @Nullable QueueId queueOf(CallId call) {
    QueueEntry entry = acd.books().entryOf(call);
    Talk talk = talks.books().talk(call);
    return entry != null ? entry.queue() : talk == null ? null : talk.origin().queue();
  }

  /** Why nothing can be done with a caller who waits. */
  private @Nullable String waitingRefusal(QueueEntry entry) {
    Leg leg = calls.books().leg(entry.leg());
    if (leg == null || leg.hangUpAsked()) {
      return "The caller of call " + entry.call() + " is gone.";
    }
    if (!calls.books().connected(entry.node())) {
      return "Node " + entry.node() + " cannot be reached now.";
    }
    for (OfferId id : entry.offers()) {
      Offer offer = roster.books().offer(id);
      if (offer != null && offer.isAccepted()) {
        return "Agent " + offer.agent() + " has answered call " + entry.call() + " already.";
      }
    }
    return null;
  }

  /** Why an agent cannot be rung for a caller who waits. */
  private @Nullable String refusal(QueueEntry entry, AgentId id) {
    Agent agent = roster.books().agent(id);
    if (agent == null) {
      return "No agent " + id + ": add it under agents: in ringmaster.yaml.";
    }
    if (agent.offer() != null) {
      Offer offer = roster.books().offer(agent.offer());
      return offer != null && offer.call().equals(entry.call())
          ? "Agent " + id + " is being rung for this call already."
          : "Agent " + id + " has a call.";
    }
    boolean canTake =
        agent.state() == AgentState.AVAILABLE
            || agent.state() == AgentState.PAUSED
            || (agent.state() == AgentState.WRAP_UP && roster.books().owedBy(id) == null);
    if (!canTake) {
      return "Agent "
          + id
          + " is "
          + agent.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')
          + ".";
    }
    if (!entry.node().equals(roster.nodeOf(id))) {
      return "The telephone of agent " + id + " is on another node than the caller.";
    }
    Leg caller = calls.books().leg(entry.leg());
    boolean isOwn =
        caller != null
            && caller.telephone() != null
            && caller.telephone().equals(agent.telephone());
    return isOwn || !roster.canBeRung(id)
        ? "The telephone of agent " + id + " is busy, or cannot be reached."
        : null;
  }
}
