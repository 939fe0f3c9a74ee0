// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;

/**
 * One agent being rung for one waiting call, and the talk that comes of it.
 *
 * @param leg the agent's leg: a new one, or the open telephone's
 * @param dueMicros when the ringing is given up, epoch microseconds
 * @param wrapUpMillis how long the agent finishes work afterwards
 * @param autoPause whether an agent who does not answer is paused
 * @param heard whether agent and caller have heard each other
 * @param direct whether no queue chose the agent: somebody asked for them, or they call out
 * @param terms what the queue asks of the agent
 */
public record Offer(
    OfferId id,
    AgentId agent,
    CallId call,
    LegId leg,
    OfferState state,
    long dueMicros,
    long wrapUpMillis,
    boolean autoPause,
    boolean heard,
    boolean direct,
    OfferTerms terms) {

  /** A snapshot of an earlier version knows less. */
  public Offer {
    terms = terms == null ? termsOf(wrapUpMillis, autoPause) : terms;
  }

  static OfferTerms termsOf(long wrapUpMillis, boolean autoPause) {
    return new OfferTerms(wrapUpMillis, autoPause ? AutoPause.NO_ANSWER : AutoPause.NONE, 0, 0);
  }

  Offer state(OfferState next) {
    return new Offer(
        id, agent, call, leg, next, dueMicros, wrapUpMillis, autoPause, heard, direct, terms);
  }

  Offer wrappingUp(long millis) {
    return new Offer(
        id,
        agent,
        call,
        leg,
        state,
        dueMicros,
        millis,
        autoPause,
        heard,
        direct,
        terms.wrappingUp(millis));
  }

  Offer talking() {
    return new Offer(
        id, agent, call, leg, state, dueMicros, wrapUpMillis, autoPause, true, direct, terms);
  }

  /** Whether the agent has answered. */
  public boolean isAccepted() {
    return state == OfferState.ACCEPTED;
  }
}
