// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneId;

/**
 * An agent as they stand now. Immutable; every fact makes the next one.
 *
 * @param telephone where they are signed in; null when signed out
 * @param leg the open telephone's leg, while it is up
 * @param offer the offer they are rung for or talk by
 * @param reason why they are paused
 * @param pauseAsked the pause that begins when the present work is done
 * @param signOutAsked whether they sign out when the present work is done
 * @param sinceMicros since when they are in this state, epoch microseconds
 * @param idleSinceMicros since when they have had no caller; an offer in vain does not change it
 * @param wrapUpUntilMicros when the wrap-up ends by itself
 * @param removeAsked whether they are no longer configured and go with the sign-out
 */
public record Agent(
    AgentId id,
    AgentState state,
    @Nullable TelephoneId telephone,
    @Nullable LegId leg,
    @Nullable OfferId offer,
    @Nullable PauseReason reason,
    @Nullable PauseReason pauseAsked,
    boolean signOutAsked,
    long sinceMicros,
    long idleSinceMicros,
    long wrapUpUntilMicros,
    boolean removeAsked) {

  /** An agent who is not at work. */
  public static Agent signedOut(AgentId id, long atMicros) {
    return new Agent(
        id,
        AgentState.SIGNED_OUT,
        null,
        null,
        null,
        null,
        null,
        false,
        atMicros,
        atMicros,
        0,
        false);
  }

  Agent to(AgentState next, long atMicros) {
    return new Agent(
        id,
        next,
        telephone,
        leg,
        offer,
        next == AgentState.PAUSED ? reason : null,
        pauseAsked,
        signOutAsked,
        next == state ? sinceMicros : atMicros,
        idleSinceMicros,
        wrapUpUntilMicros,
        removeAsked);
  }

  Agent at(@Nullable TelephoneId where) {
    return new Agent(
        id,
        state,
        where,
        leg,
        offer,
        reason,
        pauseAsked,
        signOutAsked,
        sinceMicros,
        idleSinceMicros,
        wrapUpUntilMicros,
        removeAsked);
  }

  Agent on(@Nullable LegId nextLeg) {
    return new Agent(
        id,
        state,
        telephone,
        nextLeg,
        offer,
        reason,
        pauseAsked,
        signOutAsked,
        sinceMicros,
        idleSinceMicros,
        wrapUpUntilMicros,
        removeAsked);
  }

  Agent with(@Nullable OfferId nextOffer) {
    return new Agent(
        id,
        state,
        telephone,
        leg,
        nextOffer,
        reason,
        pauseAsked,
        signOutAsked,
        sinceMicros,
        idleSinceMicros,
        wrapUpUntilMicros,
        removeAsked);
  }

  Agent paused(PauseReason why) {
    return new Agent(
        id,
        state,
        telephone,
        leg,
        null,
        why,
        null,
        signOutAsked,
        sinceMicros,
        idleSinceMicros,
        0,
        removeAsked);
  }

  Agent asked(@Nullable PauseReason pause, boolean signOut, boolean remove) {
    return new Agent(
        id,
        state,
        telephone,
        leg,
        offer,
        reason,
        pause,
        signOut,
        sinceMicros,
        idleSinceMicros,
        wrapUpUntilMicros,
        remove);
  }

  Agent idleSince(long atMicros) {
    return new Agent(
        id,
        state,
        telephone,
        leg,
        offer,
        reason,
        pauseAsked,
        signOutAsked,
        sinceMicros,
        atMicros,
        0,
        removeAsked);
  }

  Agent wrappingUpUntil(long atMicros) {
    return new Agent(
        id,
        state,
        telephone,
        leg,
        null,
        reason,
        pauseAsked,
        signOutAsked,
        sinceMicros,
        idleSinceMicros,
        atMicros,
        removeAsked);
  }
}
