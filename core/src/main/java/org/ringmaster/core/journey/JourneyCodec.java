// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class JourneyCodec {

  private JourneyCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.journey.customer-met", JourneyFact.CustomerMet.class)
        .add("fact.journey.identity-linked", JourneyFact.IdentityLinked.class)
        .add("fact.journey.journey-began", JourneyFact.JourneyBegan.class)
        .add("fact.journey.journey-ended", JourneyFact.JourneyEnded.class)
        .add("fact.journey.demand-opened", JourneyFact.DemandOpened.class)
        .add("fact.journey.demand-moved", JourneyFact.DemandMoved.class)
        .add("fact.journey.touchpoint-began", JourneyFact.TouchpointBegan.class)
        .add("fact.journey.touchpoint-ended", JourneyFact.TouchpointEnded.class)
        .add("fact.journey.handoff-made", JourneyFact.HandoffMade.class)
        .add("fact.journey.customer-returned", JourneyFact.CustomerReturned.class)
        .add("fact.journey.customer-rested", JourneyFact.CustomerRested.class)
        .add("fact.journey.customer-forgotten", JourneyFact.CustomerForgotten.class)
        .add("fact.journey.memory-configured", JourneyFact.MemoryConfigured.class)
        .add("fact.journey.consent-refused", JourneyFact.ConsentRefused.class)
        .add("fact.journey.consent-given", JourneyFact.ConsentGiven.class)
        .add("input.journey.forbid", JourneyInput.Forbid.class)
        .add("input.journey.permit", JourneyInput.Permit.class)
        .add("input.journey.remember-read", JourneyInput.RememberRead.class)
        .add("state.journey.memory", Memory.class)
        .add("state.journey.remembered", Remembered.class)
        .add("state.journey.outgoing", OutgoingCalls.Outgoing.class)
        .add("state.journey.consent", Consent.class)
        .add("state.journey.customer", Customer.class)
        .add("state.journey.identity", Identity.class)
        .add("state.journey.touchpoint", Touchpoint.class)
        .add("state.journey.talked", Acquaintances.Talked.class)
        .add("state.journey.gave-up", Acquaintances.GaveUp.class)
        .add("state.journey.came-in", Acquaintances.CameIn.class)
        .build();
  }
}
