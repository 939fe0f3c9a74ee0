// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Ringing;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkUsage;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Acd;

/** Rings agents and outside numbers for a conversation, and says beforehand why one cannot be. */
final class Reaching {

  private static final long MICROS_PER_MILLI = 1_000;

  private final TalkBooks books;
  private final CallControl calls;
  private final Roster roster;
  private final Acd acd;

  Reaching(TalkBooks books, CallControl calls, Roster roster, Acd acd) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
    this.acd = acd;
  }

  /** Why nobody can be rung there now, as a sentence; null where somebody can. */
  @Nullable String refusal(Destination to, AgentId asks, NodeId node, Decision decision) {
    if (to.agent() != null) {
      return refusal(to.agent(), asks, node);
    }
    if (to.number() != null) {
      return refusal(to.number().text(), node, decision);
    }
    return "A queue cannot be rung: name an agent or a number.";
  }

  private @Nullable String refusal(AgentId id, AgentId asks, NodeId node) {
    Agent agent = roster.books().agent(id);
    if (agent == null) {
      return "No agent " + id + ".";
    }
    if (id.equals(asks)) {
      return "Agent " + id + " has this call already.";
    }
    if (agent.state() == AgentState.SIGNED_OUT) {
      return "Agent " + id + " is not signed in.";
    }
    if (agent.state() != AgentState.AVAILABLE) {
      return "Agent " + id + " is not free: they are " + words(agent.state()) + ".";
    }
    return telephoneRefusal(id, node);
  }

  /** Why an agent cannot be rung who wants to be, or to whom a customer comes back. */
  @Nullable String ownRefusal(AgentId id, NodeId node) {
    Agent agent = roster.books().agent(id);
    if (agent == null || agent.state() == AgentState.SIGNED_OUT) {
      return "Agent " + id + " is not signed in.";
    }
    return isAtHand(id)
        ? telephoneRefusal(id, node)
        : "Agent " + id + " is not free: they are " + words(agent.state()) + ".";
  }

  /** Whether an agent is at work and has nothing in hand. */
  boolean isAtHand(AgentId id) {
    Agent agent = roster.books().agent(id);
    return agent != null
        && (agent.state() == AgentState.AVAILABLE
            || agent.state() == AgentState.WRAP_UP
            || agent.state() == AgentState.PAUSED);
  }

  /** Whether an offer lives. */
  boolean isOffered(OfferId offer) {
    return roster.books().offer(offer) != null;
  }

  private @Nullable String telephoneRefusal(AgentId id, NodeId node) {
    if (!roster.canBeRung(id)) {
      return "Agent " + id + "'s telephone cannot be rung now.";
    }
    return node.equals(roster.nodeOf(id))
        ? null
        : "Agent " + id + "'s telephone is on another node than the call.";
  }

  private @Nullable String refusal(String number, NodeId node, Decision decision) {
    AllowedNumber rule = rule(number);
    if (rule == null) {
      return "This number is not allowed: numbers that are stand under transfers: numbers: in"
          + " ringmaster.yaml.";
    }
    if (rule.hours() != null && !acd.books().isOpen(rule.hours(), decision.wallMicros())) {
      return "This number may not be called at this hour.";
    }
    Trunk trunk = calls.books().trunk(rule.trunk());
    if (trunk == null || !trunk.node().equals(node)) {
      return "Trunk " + rule.trunk() + " does not lead there from node " + node + ".";
    }
    return switch (calls.ask(trunk.id(), decision)) {
      case TrunkUsage.Verdict.Go go -> null;
      case TrunkUsage.Verdict.Full full -> "All lines of trunk " + trunk.id() + " are taken.";
      case TrunkUsage.Verdict.NotBefore later -> {
        long millis = 1 + (later.atMicros() - decision.nowMicros()) / MICROS_PER_MILLI;
        yield "Trunk " + trunk.id() + " takes its next call in " + millis + " ms: try again.";
      }
    };
  }

  /** The rule by which a number is allowed, or null. */
  @Nullable AllowedNumber rule(String number) {
    return books.rules().allowing(number);
  }

  /** The same with the trunk that leads there. */
  Destination resolved(Destination to) {
    AllowedNumber rule = to.number() == null ? null : rule(to.number().text());
    return rule == null ? to : to.through(rule.trunk());
  }

  /**
   * Rings whom {@link #refusal} had nothing against.
   *
   * @param wrapUpMillis how long an agent finishes work who is rung; 0 for whom is only asked
   */
  Third ring(CallId call, Destination to, long wrapUpMillis, Decision decision) {
    if (to.agent() != null) {
      return ring(call, to.agent(), wrapUpMillis, decision);
    }
    String number = Objects.requireNonNull(to.number()).text();
    Trunk trunk =
        Objects.requireNonNull(calls.books().trunk(Objects.requireNonNull(rule(number)).trunk()));
    LegId leg =
        calls.ringOutside(
            call, trunk, number, LegRole.FORWARD, books.rules().ringMillis(), decision);
    return new Third(leg, null, null);
  }

  /** Rings an agent for a call that is going on. */
  Third ring(CallId call, AgentId agent, long wrapUpMillis, Decision decision) {
    Call of = calls.books().call(call);
    Ringing ringing =
        new Ringing(
            call, of == null ? null : of.callerNumber(), of == null ? null : of.callerName());
    OfferId id =
        roster.offerDirectly(agent, ringing, books.rules().ringMillis(), wrapUpMillis, decision);
    Offer offer = Objects.requireNonNull(roster.books().offer(id));
    return new Third(offer.leg(), agent, id);
  }

  /** An agent who was rung for a customer, or asked about them, has them now. */
  void has(Third third, Origin origin, Decision decision) {
    if (third.offer() != null) {
      roster.agreeWrapUp(third.offer(), origin.wrapUpMillis(), decision);
    }
  }

  private static String words(AgentState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
