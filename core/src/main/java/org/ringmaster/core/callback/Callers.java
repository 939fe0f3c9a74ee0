// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.journey.CustomerId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.JourneyBooks;
import org.ringmaster.core.journey.Touchpoint;
import org.ringmaster.core.queue.Acquaintance;
import org.ringmaster.core.queue.QueueId;

/** Which callbacks are a caller's, and what else is known of them. Asked on the kernel thread. */
public final class Callers implements Acquaintance {

  private final Acquaintance acquaintance;
  private final CallbackBooks callbacks;
  private final JourneyBooks journeys;

  /** Callers of whom {@code acquaintance} knows the rest. */
  public Callers(Acquaintance acquaintance, CallbackBooks callbacks, JourneyBooks journeys) {
    this.acquaintance = acquaintance;
    this.callbacks = callbacks;
    this.journeys = journeys;
  }

  /** Who is called or calls, or null where that is not known. */
  @Nullable CustomerId customerOf(CallId call) {
    Touchpoint touchpoint = journeys.touchpoint(call);
    return touchpoint == null ? null : touchpoint.customer();
  }

  /** Whether the customer of a call is known by an address. */
  boolean isTheirs(CallId call, IdentityId address) {
    CustomerId customer = customerOf(call);
    return customer != null && journeys.addressesOf(customer).contains(address);
  }

  /** The callbacks of a call's customer, whether taken by them or to their number; a copy. */
  List<Callback> callbacksOf(CallId call) {
    if (callbacks.callbacks().isEmpty()) {
      return List.of();
    }
    CustomerId customer = customerOf(call);
    return customer == null ? List.of() : callbacksOf(customer);
  }

  /** As {@link #callbacksOf(CallId)}. */
  List<Callback> callbacksOf(CustomerId customer) {
    NavigableMap<String, Callback> theirs = new TreeMap<>();
    callbacks.allOf(customer).forEach(it -> theirs.put(it.id().value(), it));
    for (IdentityId address : journeys.addressesOf(customer)) {
      callbacks.allOf(address).forEach(it -> theirs.put(it.id().value(), it));
    }
    return List.copyOf(theirs.values());
  }

  @Override
  public @Nullable AgentId lastAgentOf(CallId call) {
    return acquaintance.lastAgentOf(call);
  }

  @Override
  public long gaveUpAfterMillis(CallId call, QueueId queue, long notBeforeMicros) {
    return acquaintance.gaveUpAfterMillis(call, queue, notBeforeMicros);
  }

  @Override
  public long placeKeptSinceMicros(CallId call, QueueId queue) {
    for (Callback callback : callbacksOf(call)) {
      if (callback.queue().equals(queue) && callback.isPending()) {
        return callback.sinceMicros();
      }
    }
    return 0;
  }
}
