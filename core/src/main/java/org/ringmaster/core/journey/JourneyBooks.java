// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.queue.QueueFact;

/**
 * All customers who came lately, whose each address is, the ids of those at rest, and the contacts
 * going on: the fold behind {@link Journeys}.
 */
public final class JourneyBooks implements Fold {

  final Map<CustomerId, Customer> customers = new LinkedHashMap<>();
  final Map<IdentityId, Identity> identities = new LinkedHashMap<>();
  final Map<CallId, Touchpoint> touchpoints = new LinkedHashMap<>();

  /** Customers at rest, those who rest longest first. */
  final Map<CustomerId, Remembered> remembered = new LinkedHashMap<>();

  private final Map<CustomerId, List<IdentityId>> addresses = new LinkedHashMap<>();

  /**
   * Known customers without a contact that goes on, the longest away first, each as they were when
   * last touched.
   */
  private final NavigableSet<Customer> away =
      new TreeSet<>(
          Comparator.comparingLong(Customer::touchedAtMicros)
              .thenComparing(customer -> customer.id().value()));

  private final Map<CustomerId, Integer> contacts = new LinkedHashMap<>();
  private Memory memory = Memory.USUAL;

  /** The customer of an address, or null. */
  public @Nullable Customer customerOf(IdentityId id) {
    Identity identity = identities.get(id);
    return identity == null ? null : customers.get(identity.customer());
  }

  /** Whether whose address that is waits here, or talks with somebody. */
  public boolean isHere(IdentityId id) {
    Identity identity = identities.get(id);
    return identity != null && contacts.containsKey(identity.customer());
  }

  /** The addresses that are a customer's. */
  public List<IdentityId> addressesOf(CustomerId id) {
    return addresses.getOrDefault(id, List.of());
  }

  /** The id of a customer at rest whose address that is, or null. */
  @Nullable CustomerId atRest(IdentityId id) {
    Identity identity = identities.get(id);
    return identity != null && remembered.containsKey(identity.customer())
        ? identity.customer()
        : null;
  }

  /** Who of those without a contact that goes on has been away longest, or null. */
  @Nullable Customer longestAway() {
    return away.isEmpty() ? null : customers.get(away.first().id());
  }

  /** How long customers at rest are remembered. */
  Memory memory() {
    return memory;
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
      case MessageLeft f -> ending(f.call(), TouchpointEnd.MESSAGE_LEFT);
      default -> {}
    }
  }

  private void applyJourney(JourneyFact fact, long atMicros) {
    switch (fact) {
      case JourneyFact.CustomerMet f -> arrived(f.customer(), false, atMicros);
      case JourneyFact.CustomerReturned f -> {
        remembered.remove(f.customer());
        arrived(f.customer(), true, atMicros);
      }
      case JourneyFact.CustomerRested f -> {
        put(f.customer(), null);
        remembered.put(f.customer(), new Remembered(f.customer(), atMicros));
      }
      case JourneyFact.CustomerForgotten f -> {
        remembered.remove(f.customer());
        addresses.getOrDefault(f.customer(), List.of()).forEach(identities::remove);
        addresses.remove(f.customer());
      }
      case JourneyFact.MemoryConfigured f -> memory = new Memory(f.millis());
      case JourneyFact.IdentityLinked f -> {
        link(new Identity(f.identity(), f.customer()));
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
          begin(
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
        Touchpoint ended = f.call() == null ? null : touchpoints.remove(f.call());
        if (ended != null) {
          contacts.computeIfPresent(ended.customer(), (id, n) -> n > 1 ? n - 1 : null);
          change(ended.customer(), c -> c);
        }
      }
      case JourneyFact.HandoffMade f -> {}
      case JourneyFact.ConsentRefused f -> {}
      case JourneyFact.ConsentGiven f -> {}
    }
  }

  /** A nameless customer is forgotten with their journey; nobody can come back as them. */
  private void ended(CustomerId id) {
    Customer customer = customers.get(id);
    if (customer != null) {
      put(id, customer.known() ? customer.on(null) : null);
    }
  }

  private void arrived(CustomerId id, boolean known, long atMicros) {
    put(id, new Customer(id, known, null, null, DemandState.OPEN, atMicros));
  }

  private void link(Identity identity) {
    Identity before = identities.put(identity.id(), identity);
    List<IdentityId> lost = before == null ? null : addresses.get(before.customer());
    if (before != null && lost != null) {
      addresses.put(before.customer(), without(lost, identity.id()));
    }
    List<IdentityId> others = addresses.get(identity.customer());
    addresses.put(
        identity.customer(), others == null ? List.of(identity.id()) : with(others, identity.id()));
  }

  /** Nearly everybody has one address: a list for each that is not made to grow is the smallest. */
  private static List<IdentityId> with(List<IdentityId> some, IdentityId one) {
    List<IdentityId> more = new ArrayList<>(without(some, one));
    more.add(one);
    return List.copyOf(more);
  }

  private static List<IdentityId> without(List<IdentityId> some, IdentityId one) {
    List<IdentityId> fewer = new ArrayList<>(some);
    fewer.remove(one);
    return List.copyOf(fewer);
  }

  private void begin(Touchpoint touchpoint) {
    touchpoints.put(touchpoint.call(), touchpoint);
    contacts.merge(touchpoint.customer(), 1, Integer::sum);
    change(touchpoint.customer(), c -> c);
  }

  /** Every change of a customer goes through here, so that who is away is in order. */
  private void put(CustomerId id, @Nullable Customer now) {
    Customer before = now == null ? customers.remove(id) : customers.put(id, now);
    Customer away = now != null && now.known() && !contacts.containsKey(id) ? now : null;
    if (before != null && !(away != null && away.touchedAtMicros() == before.touchedAtMicros())) {
      this.away.remove(before);
    }
    if (away != null) {
      this.away.add(away);
    }
  }

  private void ending(CallId call, TouchpointEnd how) {
    touchpoints.computeIfPresent(call, (id, touchpoint) -> touchpoint.ending(how));
  }

  private void change(CustomerId id, UnaryOperator<Customer> change) {
    Customer customer = customers.get(id);
    if (customer != null) {
      put(id, change.apply(customer));
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    customers.values().forEach(out);
    identities.values().forEach(out);
    touchpoints.values().forEach(out);
    remembered.values().forEach(out);
    if (!memory.equals(Memory.USUAL)) {
      out.accept(memory);
    }
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Customer it -> put(it.id(), it);
      case Identity it -> link(it);
      case Touchpoint it -> begin(it);
      case Remembered it -> remembered.put(it.customer(), it);
      case Memory it -> memory = it;
      default -> {}
    }
  }
}
