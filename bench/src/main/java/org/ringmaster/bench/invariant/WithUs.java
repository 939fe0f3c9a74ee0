// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.dialer.campaign.CampaignFact;

/**
 * Whose numbers are with us: on the line because they rang us, waiting to be called back, or being
 * called. Told leg by leg, and by the digits of numbers alone: however one is written, it is the
 * same. Owned by one thread.
 */
public final class WithUs {
  private final Map<CallId, IdentityId> numbers = new HashMap<>();
  private final Map<LegId, IdentityId> rangIn = new HashMap<>();
  private final Map<CallbackId, IdentityId> callbacks = new HashMap<>();
  private final Set<CallbackId> booked = new HashSet<>();
  private final Set<CallbackId> waiting = new HashSet<>();
  private final Map<LegId, IdentityId> calledBack = new HashMap<>();
  private final Map<LegId, IdentityId> attempts = new HashMap<>();
  private final Set<LegId> answered = new HashSet<>();

  /** Nobody. */
  public WithUs() {}

  /** One fact more. */
  public void see(Fact fact) {
    switch (fact) {
      case CallFact ours -> ofCalls(ours);
      case CallbackFact ours -> ofCallbacks(ours);
      case CampaignFact.Dialled f -> attempts.put(f.leg(), f.identity());
      case CampaignFact.Answered f -> answered.add(f.leg());
      case CampaignFact.AttemptEnded f -> {
        attempts.remove(f.leg());
        answered.remove(f.leg());
      }
      default -> {}
    }
  }

  private void ofCalls(CallFact fact) {
    switch (fact) {
      case CallFact.CallStarted f when f.direction() == Direction.INBOUND -> {
        IdentityId number = f.callerNumber() == null ? null : identity(f.callerNumber());
        if (number != null) {
          numbers.put(f.call(), number);
        }
      }
      case CallFact.LegArrived f when f.role() == LegRole.CALLER -> {
        IdentityId number = numbers.get(f.call());
        if (number != null) {
          rangIn.put(f.leg(), number);
        }
      }
      case CallFact.LegEnded f -> {
        rangIn.remove(f.leg());
        calledBack.remove(f.leg());
        if (f.source() != EndSource.NOT_SEEN || answered.remove(f.leg())) {
          attempts.remove(f.leg()); // Its outcome follows within the same input.
        }
      }
      case CallFact.CallEnded f -> numbers.remove(f.call());
      default -> {}
    }
  }

  private void ofCallbacks(CallbackFact fact) {
    switch (fact) {
      case CallbackFact.Taken f -> {
        comes(f.callback(), f.number());
        waiting.add(f.callback());
      }
      case CallbackFact.Booked f -> {
        comes(f.callback(), f.number());
        booked.add(f.callback());
      }
      case CallbackFact.Dialled f -> {
        IdentityId number = callbacks.get(f.callback());
        if (number != null) {
          calledBack.put(f.leg(), number);
        }
      }
      case CallbackFact.WaitsAgain f -> waiting.add(f.callback());
      case CallbackFact.TryFailed f -> rests(f.callback());
      case CallbackFact.PutOff f -> rests(f.callback());
      case CallbackFact.Reached f -> waiting.remove(f.callback());
      case CallbackFact.CameInPerson f -> waiting.remove(f.callback());
      case CallbackFact.Ended f -> {
        waiting.remove(f.callback());
        booked.remove(f.callback());
        callbacks.remove(f.callback());
      }
      default -> {}
    }
  }

  private void comes(CallbackId id, Personal written) {
    IdentityId number = identity(written);
    if (number != null) {
      callbacks.put(id, number);
    }
  }

  /** Who agreed a time waits for that alone; who left the line waits on. */
  private void rests(CallbackId id) {
    if (booked.contains(id)) {
      waiting.remove(id);
    } else {
      waiting.add(id);
    }
  }

  /** Whose number that is, in the one spelling by which leads are known. */
  private static @Nullable IdentityId identity(Personal number) {
    StringBuilder digits = new StringBuilder("+");
    for (char c : number.text().toCharArray()) {
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return Journeys.telephone(new Personal(digits.toString()));
  }

  /** How a number is with us that no campaign calls; null where it is not. */
  public @Nullable String how(IdentityId number) {
    if (rangIn.containsValue(number)) {
      return "is on the line: they rang us";
    } else if (calledBack.containsValue(number)) {
      return "is being called back";
    }
    for (CallbackId id : waiting) {
      if (number.equals(callbacks.get(id))) {
        return "is to be called back by " + id;
      }
    }
    return null;
  }

  /** Why the customer of a callback must not be dialled now; null for nothing. */
  @Nullable String busy(CallbackId id) {
    IdentityId number = callbacks.get(id);
    if (number == null) {
      return null;
    } else if (attempts.containsValue(number)) {
      return "is in a campaign's attempt";
    } else if (rangIn.containsValue(number)) {
      return "is on the line: they rang us";
    }
    return calledBack.containsValue(number) ? "is being called back already" : null;
  }
}
