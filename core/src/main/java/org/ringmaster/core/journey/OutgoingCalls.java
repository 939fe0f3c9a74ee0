// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.kernel.Personal;

/**
 * Whom we call, until they answer: a contact begins then, and not with each try. Owned by the
 * thread that folds.
 */
final class OutgoingCalls implements Fold {

  /** A call to somebody, and the leg to them; also its line in a snapshot. */
  record Outgoing(CallId call, Personal number, @Nullable LegId leg) {}

  private final Map<CallId, Outgoing> calls = new LinkedHashMap<>();
  private final Map<LegId, CallId> legs = new LinkedHashMap<>();

  /** Who is at the other end of a leg, or null where it is not one to somebody we call. */
  @Nullable Outgoing at(LegId leg) {
    CallId call = legs.get(leg);
    return call == null ? null : calls.get(call);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case CallFact.CallStarted f
          when f.direction() == Direction.OUTBOUND && f.callerNumber() != null ->
          calls.put(f.call(), new Outgoing(f.call(), f.callerNumber(), null));
      case CallFact.LegRequested f when f.role() == LegRole.CALLER && f.call() != null -> {
        Outgoing to = calls.get(f.call());
        if (to != null) {
          put(new Outgoing(to.call(), to.number(), f.leg()));
        }
      }
      case CallFact.CallEnded f -> {
        Outgoing over = calls.remove(f.call());
        if (over != null && over.leg() != null) {
          legs.remove(over.leg());
        }
      }
      default -> {}
    }
  }

  private void put(Outgoing to) {
    calls.put(to.call(), to);
    if (to.leg() != null) {
      legs.put(to.leg(), to.call());
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    calls.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    if (entity instanceof Outgoing to) {
      put(to);
    }
  }
}
