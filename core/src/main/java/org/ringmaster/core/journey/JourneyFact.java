// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;

/** What has become true of customers and their journeys. */
public sealed interface JourneyFact extends Fact {

  /** Somebody we did not know; without an identity they stay nameless. */
  record CustomerMet(CustomerId customer) implements JourneyFact {}

  /** An address is this customer's. */
  record IdentityLinked(
      IdentityId identity, CustomerId customer, IdentityKind kind, Personal address)
      implements JourneyFact {}

  /** A customer set out. */
  record JourneyBegan(JourneyId journey, CustomerId customer, Purpose purpose)
      implements JourneyFact {}

  /** A journey has come to its end, or rested too long. */
  record JourneyEnded(JourneyId journey, CustomerId customer) implements JourneyFact {}

  /** The customer needs something. */
  record DemandOpened(DemandId demand, JourneyId journey, CustomerId customer)
      implements JourneyFact {}

  /** A demand stands elsewhere now. */
  record DemandMoved(DemandId demand, CustomerId customer, DemandState state)
      implements JourneyFact {}

  /** One contact began. */
  record TouchpointBegan(
      TouchpointId touchpoint,
      JourneyId journey,
      CustomerId customer,
      DemandId demand,
      Medium medium,
      Phase phase,
      @Nullable CallId call)
      implements JourneyFact {}

  /** One contact ended. */
  record TouchpointEnded(TouchpointId touchpoint, @Nullable CallId call, TouchpointEnd end)
      implements JourneyFact {}

  /** A conversation passed from one owner to another. */
  record HandoffMade(
      HandoffId handoff,
      JourneyId journey,
      TouchpointId touchpoint,
      Owner from,
      Owner to,
      String reason)
      implements JourneyFact {}
}
