// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.jspecify.annotations.Nullable;

/**
 * One party's connection as it stands now. Immutable; every fact makes the next one.
 *
 * @param call the call it takes part in; null for an open telephone at rest
 * @param telephone the telephone at its far end, if it is one of ours
 * @param trunk the trunk it runs through, if any
 * @param entered whether the application has control of it (its StasisStart was seen)
 * @param answerAsked whether we asked the node to answer it
 * @param hangUpAsked whether we asked the node to hang it up
 * @param bridge the bridge it is in, as the node says
 * @param wantedBridge the bridge it should be in, as we decided
 * @param partner of a forwarded caller and the outside leg: the other one
 * @param answeredAtMicros epoch microseconds, 0 before
 * @param refusals how often in a row the node refused to bridge or answer it
 */
public record Leg(
    LegId id,
    @Nullable CallId call,
    NodeId node,
    LegRole role,
    LegState state,
    @Nullable TelephoneId telephone,
    @Nullable TrunkId trunk,
    boolean entered,
    boolean answerAsked,
    boolean hangUpAsked,
    @Nullable BridgeId bridge,
    @Nullable BridgeId wantedBridge,
    @Nullable LegId partner,
    long startedAtMicros,
    long answeredAtMicros,
    int refusals) {

  Leg state(LegState next) {
    return new Leg(
        id,
        call,
        node,
        role,
        next,
        telephone,
        trunk,
        entered,
        answerAsked,
        hangUpAsked,
        bridge,
        wantedBridge,
        partner,
        startedAtMicros,
        answeredAtMicros,
        refusals);
  }

  Leg answered(long atMicros) {
    return new Leg(
        id,
        call,
        node,
        role,
        LegState.UP,
        telephone,
        trunk,
        entered,
        answerAsked,
        hangUpAsked,
        bridge,
        wantedBridge,
        partner,
        startedAtMicros,
        atMicros,
        refusals);
  }

  Leg asked(boolean answer, boolean hangUp) {
    return new Leg(
        id,
        call,
        node,
        role,
        state,
        telephone,
        trunk,
        entered,
        answerAsked || answer,
        hangUpAsked || hangUp,
        bridge,
        wantedBridge,
        partner,
        startedAtMicros,
        answeredAtMicros,
        refusals);
  }

  Leg enter() {
    return new Leg(
        id,
        call,
        node,
        role,
        state,
        telephone,
        trunk,
        true,
        answerAsked,
        hangUpAsked,
        bridge,
        wantedBridge,
        partner,
        startedAtMicros,
        answeredAtMicros,
        refusals);
  }

  Leg in(@Nullable BridgeId next) {
    return new Leg(
        id,
        call,
        node,
        role,
        state,
        telephone,
        trunk,
        entered,
        answerAsked,
        hangUpAsked,
        next,
        wantedBridge,
        partner,
        startedAtMicros,
        answeredAtMicros,
        refusals);
  }

  Leg wanting(@Nullable BridgeId wanted, @Nullable CallId nextCall) {
    return new Leg(
        id,
        nextCall,
        node,
        role,
        state,
        telephone,
        trunk,
        entered,
        answerAsked,
        hangUpAsked,
        bridge,
        wanted,
        partner,
        startedAtMicros,
        answeredAtMicros,
        refusals);
  }

  Leg as(LegRole next) {
    return new Leg(
        id,
        call,
        node,
        next,
        state,
        telephone,
        trunk,
        entered,
        answerAsked,
        hangUpAsked,
        bridge,
        wantedBridge,
        partner,
        startedAtMicros,
        answeredAtMicros,
        refusals);
  }

  Leg with(@Nullable LegId other) {
    return new Leg(
        id,
        call,
        node,
        role,
        state,
        telephone,
        trunk,
        entered,
        answerAsked,
        hangUpAsked,
        bridge,
        wantedBridge,
        other,
        startedAtMicros,
        answeredAtMicros,
        refusals);
  }

  Leg refused(int times) {
    if (times == refusals) {
      return this;
    }
    return new Leg(
        id,
        call,
        node,
        role,
        state,
        telephone,
        trunk,
        entered,
        answerAsked,
        hangUpAsked,
        bridge,
        wantedBridge,
        partner,
        startedAtMicros,
        answeredAtMicros,
        times);
  }

  /** Whether sound flows and the application has control of it, so that it can be bridged. */
  public boolean bridgeable() {
    return entered && state == LegState.UP && !hangUpAsked;
  }
}
