// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Fact;

/** What has become true of agents and offers. */
public sealed interface AgentFact extends Fact {

  /** An agent is configured so. */
  record Configured(AgentProfile profile) implements AgentFact {}

  /** An agent is no longer configured. */
  record Removed(AgentId agent) implements AgentFact {}

  /** Signed in; ready follows at once, or when the open telephone is up. */
  record SignedIn(AgentId agent, TelephoneId telephone) implements AgentFact {}

  /** The open telephone's leg is asked for, or here. */
  record TelephoneConnected(AgentId agent, LegId leg) implements AgentFact {}

  /** The open telephone's leg is lost. */
  record TelephoneLost(AgentId agent, LegId leg) implements AgentFact {}

  /** Nothing keeps the telephone of an agent who waits for callers busy any more. */
  record TelephoneFreed(AgentId agent) implements AgentFact {}

  /** Can take callers. */
  record Ready(AgentId agent) implements AgentFact {}

  /** Signed out. */
  record SignedOut(AgentId agent) implements AgentFact {}

  /** Paused. */
  record Paused(AgentId agent, PauseReason reason) implements AgentFact {}

  /** Takes callers again. */
  record Unpaused(AgentId agent) implements AgentFact {}

  /** Wants callers again; the open telephone is being connected first. */
  record Reconnecting(AgentId agent) implements AgentFact {}

  /**
   * A pause or a sign-out begins when the present work is done, and perhaps the agent is removed
   * then; null and false take it back.
   */
  record Asked(AgentId agent, @Nullable PauseReason pause, boolean signOut, boolean remove)
      implements AgentFact {}

  /**
   * The agent is rung for a call.
   *
   * @param direct whether no queue chose them: somebody asked for this agent, or they call out
   */
  record OfferMade(
      OfferId offer,
      AgentId agent,
      CallId call,
      LegId leg,
      long dueMicros,
      long wrapUpMillis,
      boolean autoPause,
      boolean direct)
      implements AgentFact {

    /** An offer of a queue. */
    public OfferMade(
        OfferId offer,
        AgentId agent,
        CallId call,
        LegId leg,
        long dueMicros,
        long wrapUpMillis,
        boolean autoPause) {
      this(offer, agent, call, leg, dueMicros, wrapUpMillis, autoPause, false);
    }
  }

  /** The agent answered: the caller is theirs. */
  record OfferAccepted(OfferId offer, AgentId agent) implements AgentFact {}

  /**
   * An agent who was only asked for advice has the caller now, and finishes work on them
   * afterwards.
   */
  record WrapUpAgreed(OfferId offer, AgentId agent, long wrapUpMillis) implements AgentFact {}

  /** The agent and the caller hear each other. */
  record TalkBegan(OfferId offer, AgentId agent) implements AgentFact {}

  /** The offer came to nothing. */
  record OfferEnded(OfferId offer, AgentId agent, OfferEnd end) implements AgentFact {}

  /** The talk is over. */
  record TalkEnded(OfferId offer, AgentId agent, TalkEnd end) implements AgentFact {}

  /** Finishes the work of the last call until the given instant at the latest. */
  record WrapUpStarted(AgentId agent, long untilMicros) implements AgentFact {}

  /** Waits for a caller again. */
  record Freed(AgentId agent) implements AgentFact {}
}
