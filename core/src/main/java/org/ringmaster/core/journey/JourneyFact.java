// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.medium.Medium;

/** What has become true of customers and their journeys. */
public sealed interface JourneyFact extends Fact {

  /** Somebody we did not know; without an identity they stay nameless. */
  record CustomerMet(CustomerId customer) implements JourneyFact {}

  /** A customer who had been at rest is back. */
  record CustomerReturned(CustomerId customer) implements JourneyFact {}

  /** A customer has not come for so long that only their id is kept, under their addresses. */
  record CustomerRested(CustomerId customer) implements JourneyFact {}

  /** A customer was at rest for too long: whoever comes from their addresses is somebody new. */
  record CustomerForgotten(CustomerId customer) implements JourneyFact {}

  /** Customers at rest are remembered for so long from here on. */
  record MemoryConfigured(long millis) implements JourneyFact {}

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

  /** An address must not be contacted any more, for a purpose or for any. */
  record ConsentRefused(
      IdentityId identity, IdentityKind kind, Personal address, ConsentScope scope, Author author)
      implements JourneyFact {}

  /**
   * An address may be contacted again, for a purpose or for any.
   *
   * @param address null in journals of earlier versions
   */
  record ConsentGiven(
      IdentityId identity, ConsentScope scope, Author author, @Nullable Personal address)
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
