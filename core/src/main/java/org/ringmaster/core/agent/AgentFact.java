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
   * @param terms what the queue asks of them; null in facts of earlier versions, which the others
   *     tell
   */
  record OfferMade(
      OfferId offer,
      AgentId agent,
      CallId call,
      LegId leg,
      long dueMicros,
      long wrapUpMillis,
      boolean autoPause,
      boolean direct,
      @Nullable OfferTerms terms)
      implements AgentFact {

    /** An offer with no more terms than these. */
    public OfferMade(
        OfferId offer,
        AgentId agent,
        CallId call,
        LegId leg,
        long dueMicros,
        long wrapUpMillis,
        boolean autoPause,
        boolean direct) {
      this(offer, agent, call, leg, dueMicros, wrapUpMillis, autoPause, direct, null);
    }

    /** An offer of a queue. */
    public OfferMade(
        OfferId offer,
        AgentId agent,
        CallId call,
        LegId leg,
        long dueMicros,
        long wrapUpMillis,
        boolean autoPause) {
      this(offer, agent, call, leg, dueMicros, wrapUpMillis, autoPause, false, null);
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

  /**
   * What is known of an agent's voice in a talk of a queue that asks for it.
   *
   * @param speech what a node told, or what the end of the talk makes of it
   */
  record SpeechNoted(OfferId offer, AgentId agent, Speech speech) implements AgentFact {}

  /** The offer came to nothing. */
  record OfferEnded(OfferId offer, AgentId agent, OfferEnd end) implements AgentFact {}

  /** The talk is over. */
  record TalkEnded(OfferId offer, AgentId agent, TalkEnd end) implements AgentFact {}

  /**
   * Finishes the work of the last call until the given instant at the latest.
   *
   * @param extensionMillis by how much they may extend it at a time
   * @param extensions how often
   */
  record WrapUpStarted(AgentId agent, long untilMicros, long extensionMillis, int extensions)
      implements AgentFact {

    /** One that cannot be extended. */
    public WrapUpStarted(AgentId agent, long untilMicros) {
      this(agent, untilMicros, 0, 0);
    }
  }

  /**
   * A wrap-up ends at another instant.
   *
   * @param extended whether the agent wanted it; else what they owed is settled
   */
  record WrapUpMoved(AgentId agent, long untilMicros, boolean extended) implements AgentFact {}

  /**
   * The agent stays in wrap-up until they have said what the contact was.
   *
   * @param wrapUpEndsMicros when it ends if they have said so before
   * @param dueMicros when it is said for them
   */
  record DispositionOwed(AgentId agent, CallId call, long wrapUpEndsMicros, long dueMicros)
      implements AgentFact {}

  /** The agent has said so, or it was said for them. */
  record DispositionSettled(AgentId agent, CallId call) implements AgentFact {}

  /** A pause is more than is allowed. */
  record PauseOverrun(AgentId agent, PauseReason reason, PauseLimit.Kind kind)
      implements AgentFact {}

  /** Waits for a caller again. */
  record Freed(AgentId agent) implements AgentFact {}
}
