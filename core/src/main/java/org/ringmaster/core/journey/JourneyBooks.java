// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.queue.QueueFact;

/**
 * All customers, whose each address is, and the contacts going on: the fold behind {@link
 * Journeys}.
 */
public final class JourneyBooks implements Fold {

  final Map<CustomerId, Customer> customers = new LinkedHashMap<>();
  final Map<IdentityId, Identity> identities = new LinkedHashMap<>();
  final Map<CallId, Touchpoint> touchpoints = new LinkedHashMap<>();

  /** The customer of an address, or null. */
  public @Nullable Customer customerOf(IdentityId id) {
    Identity identity = identities.get(id);
    return identity == null ? null : customers.get(identity.customer());
  }

  /** The contact that a call is, or null. */
  public @Nullable Touchpoint touchpoint(CallId call) {
    return touchpoints.get(call);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case JourneyFact journeyFact -> applyJourney(journeyFact, envelope.occurredAtMicros());
      case QueueFact.Turned f -> ending(f.call(), TouchpointEnd.TURNED_AWAY);
      case QueueFact.EntryConnected f -> ending(f.call(), TouchpointEnd.SERVED);
      case QueueFact.EntryAbandoned f -> ending(f.call(), TouchpointEnd.ABANDONED);
      case QueueFact.EntryOverflowed f -> ending(f.call(), TouchpointEnd.SENT_ON);
      default -> {}
    }
  }

  private void applyJourney(JourneyFact fact, long atMicros) {
    switch (fact) {
      case JourneyFact.CustomerMet f ->
          customers.put(
              f.customer(),
              new Customer(f.customer(), false, null, null, DemandState.OPEN, atMicros));
      case JourneyFact.IdentityLinked f -> {
        identities.put(f.identity(), new Identity(f.identity(), f.customer()));
        change(f.customer(), Customer::linked);
      }
      case JourneyFact.JourneyBegan f -> change(f.customer(), c -> c.on(f.journey()));
      case JourneyFact.JourneyEnded f -> ended(f.customer());
      case JourneyFact.DemandOpened f ->
          change(f.customer(), c -> c.needing(f.demand(), DemandState.OPEN));
      case JourneyFact.DemandMoved f -> change(f.customer(), c -> c.needing(f.demand(), f.state()));
      case JourneyFact.TouchpointBegan f -> {
        change(f.customer(), c -> c.touched(atMicros));
        if (f.call() != null) {
          touchpoints.put(
              f.call(),
              new Touchpoint(
                  f.touchpoint(),
                  f.call(),
                  f.journey(),
                  f.customer(),
                  f.demand(),
                  TouchpointEnd.ENDED));
        }
      }
      case JourneyFact.TouchpointEnded f -> {
        if (f.call() != null) {
          touchpoints.remove(f.call());
        }
      }
      case JourneyFact.HandoffMade f -> {}
    }
  }

  /** A nameless customer is forgotten with their journey; nobody can come back as them. */
  private void ended(CustomerId id) {
    customers.computeIfPresent(id, (key, customer) -> customer.known() ? customer.on(null) : null);
  }

  private void ending(CallId call, TouchpointEnd how) {
    touchpoints.computeIfPresent(call, (id, touchpoint) -> touchpoint.ending(how));
  }

  private void change(CustomerId id, UnaryOperator<Customer> change) {
    customers.computeIfPresent(id, (key, customer) -> change.apply(customer));
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    customers.values().forEach(out);
    identities.values().forEach(out);
    touchpoints.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Customer it -> customers.put(it.id(), it);
      case Identity it -> identities.put(it.id(), it);
      case Touchpoint it -> touchpoints.put(it.call(), it);
      default -> {}
    }
  }
}
