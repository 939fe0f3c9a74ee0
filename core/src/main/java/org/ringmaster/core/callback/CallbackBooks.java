// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/** All callbacks that are not over, and who is being asked: the fold behind {@link Callbacks}. */
public final class CallbackBooks implements Fold {

  /** As the line has them: the more urgent first, then who waits longest. */
  private static final Comparator<Callback> IN_LINE =
      Comparator.comparingInt(Callback::priority)
          .reversed()
          .thenComparingLong(Callback::sinceMicros)
          .thenComparing(callback -> callback.id().value());

  /**
   * A waiting caller who is asked; also their line in a snapshot.
   *
   * @param number at which they would be called back; null while they type it
   */
  record Asking(LegId leg, EntryId entry, @Nullable Personal number) {}

  final Map<QueueId, CallbackPlan> plans = new LinkedHashMap<>();
  final Map<LegId, Asking> askings = new LinkedHashMap<>();
  private final Map<CallbackId, Callback> callbacks = new LinkedHashMap<>();
  private final Map<Record, CallbackId> index = new LinkedHashMap<>();

  /** The callback, or null once it is over. */
  public @Nullable Callback callback(CallbackId id) {
    return callbacks.get(id);
  }

  /** All that are not over, oldest first. */
  public Collection<Callback> callbacks() {
    return callbacks.values();
  }

  @Nullable Callback of(LegId leg) {
    return find(leg);
  }

  @Nullable Callback of(OfferId offer) {
    return find(offer);
  }

  /** The one whose place, or whose customer's entry, that is. */
  public @Nullable Callback of(EntryId entry) {
    return find(entry);
  }

  private @Nullable Callback find(Record part) {
    CallbackId id = index.get(part);
    return id == null ? null : callbacks.get(id);
  }

  /** Those of a queue that wait for their turn, in the order of the line; a copy. */
  List<Callback> waitingIn(QueueId queue) {
    List<Callback> waiting = new ArrayList<>();
    for (Callback callback : callbacks.values()) {
      if (callback.queue().equals(queue) && callback.state() == CallbackState.WAITING) {
        waiting.add(callback);
      }
    }
    waiting.sort(IN_LINE);
    return waiting;
  }

  /** How many customers of a queue are being dialled. */
  int dialling(QueueId queue) {
    int dialling = 0;
    for (Callback callback : callbacks.values()) {
      boolean is = callback.state() == CallbackState.DIALLING && callback.queue().equals(queue);
      dialling += is ? 1 : 0;
    }
    return dialling;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case CallbackFact ours -> applyOurs(ours, envelope);
      case QueueFact.PlaceOffered f ->
          change(f.place(), f, (it, next) -> it.offered(next, f.offer(), f.call()));
      case QueueFact.PlaceUnoffered f -> change(f.place(), f, (it, next) -> it.alone(next, 0));
      case AgentFact.TalkEnded f -> {
        Callback callback = of(f.offer());
        if (callback != null && callback.state() == CallbackState.DIALLING) {
          put(callback.withoutAgent());
        }
      }
      case CallFact.LegEnded f -> askings.remove(f.leg());
      default -> {}
    }
  }

  private void applyOurs(CallbackFact fact, Envelope envelope) {
    switch (fact) {
      case CallbackFact.PlanConfigured f -> plans.put(f.plan().queue(), f.plan());
      case CallbackFact.PlanRemoved f -> plans.remove(f.queue());
      case CallbackFact.Asked f -> askings.put(f.leg(), new Asking(f.leg(), f.entry(), f.number()));
      case CallbackFact.Declined f -> askings.remove(f.leg());
      case CallbackFact.Taken f -> {
        askings.values().removeIf(asking -> asking.entry().equals(f.entry()));
        put(Callback.taken(f, envelope.recordedAtMicros()));
      }
      case CallbackFact.Dialled f ->
          change(f.callback(), f, (it, next) -> it.dialled(next, f.call(), f.leg(), f.attempt()));
      case CallbackFact.TryFailed f ->
          change(f.callback(), f, (it, next) -> it.alone(next, f.againAtMicros()));
      case CallbackFact.PutOff f ->
          change(f.callback(), f, (it, next) -> it.alone(next, f.againAtMicros()));
      case CallbackFact.WaitsAgain f -> change(f.callback(), f, (it, next) -> it.alone(next, 0));
      case CallbackFact.Reached f ->
          change(f.callback(), f, (it, next) -> it.waitsBy(next, f.entry()));
      case CallbackFact.CameInPerson f ->
          change(f.callback(), f, (it, next) -> it.waitsBy(next, f.entry()));
      case CallbackFact.Hastened f -> change(f.callback(), f, Callback::hastened);
      case CallbackFact.Ended f -> {
        change(f.callback(), f, Callback::to);
        remove(f.callback());
      }
    }
  }

  private void change(EntryId place, Fact fact, BiFunction<Callback, CallbackState, Callback> how) {
    Callback callback = of(place);
    if (callback != null) {
      change(callback.id(), fact, how);
    }
  }

  private void change(CallbackId id, Fact fact, BiFunction<Callback, CallbackState, Callback> how) {
    Callback callback = callbacks.get(id);
    if (callback != null) {
      put(how.apply(callback, CallbackLifecycle.TABLE.next(callback.state(), fact)));
    }
  }

  private void put(Callback now) {
    Callback before = callbacks.put(now.id(), now);
    if (before != null) {
      parts(before).forEach(index::remove);
    }
    parts(now).forEach(part -> index.put(part, now.id()));
  }

  private void remove(CallbackId id) {
    Callback over = callbacks.remove(id);
    if (over != null) {
      parts(over).forEach(index::remove);
    }
  }

  private static List<Record> parts(Callback callback) {
    List<Record> parts = new ArrayList<>();
    parts.add(callback.place());
    if (callback.offer() != null) {
      parts.add(callback.offer());
    }
    if (callback.leg() != null) {
      parts.add(callback.leg());
    }
    if (callback.entry() != null) {
      parts.add(callback.entry());
    }
    return parts;
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    plans.values().forEach(out);
    askings.values().forEach(out);
    callbacks.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case CallbackPlan it -> plans.put(it.queue(), it);
      case Asking it -> askings.put(it.leg(), it);
      case Callback it -> put(it);
      default -> {}
    }
  }
}
