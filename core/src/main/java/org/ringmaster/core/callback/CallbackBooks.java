// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/** All callbacks that are not over, and who is being asked: the fold behind {@link Callbacks}. */
public final class CallbackBooks implements Fold {

  /**
   * A waiting caller who is asked; also their line in a snapshot.
   *
   * @param number at which they would be called back; null while they type it
   */
  record Asking(LegId leg, EntryId entry, @Nullable Personal number) {}

  final Map<QueueId, CallbackPlan> plans = new LinkedHashMap<>();
  final Map<LegId, Asking> askings = new LinkedHashMap<>();
  private final Map<CallbackId, Callback> callbacks = new LinkedHashMap<>();
  private final CallbackIndex index = new CallbackIndex();

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
    SortedSet<CallbackId> found = index.of(part);
    return found.isEmpty() ? null : callbacks.get(found.first());
  }

  /** All to which a thing belongs, oldest first; a copy. */
  List<Callback> allOf(Record part) {
    List<Callback> all = new ArrayList<>();
    for (CallbackId id : index.of(part)) {
      all.add(Objects.requireNonNull(callbacks.get(id)));
    }
    return all;
  }

  /** Whether a number waits to be called back, or is being; what is agreed for later waits not. */
  public boolean isToBeCalled(IdentityId identity) {
    for (CallbackId id : index.of(identity)) {
      if (Objects.requireNonNull(callbacks.get(id)).isToBeCalled()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the same number is dialled for another callback. */
  boolean isDialledBeside(Callback one, IdentityId identity) {
    for (CallbackId id : index.of(identity)) {
      Callback other = Objects.requireNonNull(callbacks.get(id));
      if (!id.equals(one.id()) && other.state() == CallbackState.DIALLING) {
        return true;
      }
    }
    return false;
  }

  /** The queues whose customers wait to be dialled first; a copy. */
  List<QueueId> queuesWithTurns() {
    return index.queuesWithTurns();
  }

  /** Whose turn to be dialled first comes next in a queue, or null. */
  @Nullable Callback nextTurn(QueueId queue) {
    NavigableSet<Callback> turns = index.turnsIn(queue);
    return turns.isEmpty() ? null : turns.first();
  }

  /** The next one in the line behind another, which may not be in it any more; null for none. */
  @Nullable Callback turnAfter(QueueId queue, Callback one) {
    return index.turnsIn(queue).higher(one);
  }

  /** How many customers of a queue are being dialled. */
  int dialling(QueueId queue) {
    return index.dialling(queue);
  }

  /** How many customers of a queue are to be called. */
  public int toBeCalled(QueueId queue) {
    return index.toBeCalled(queue).size();
  }

  /** Since when the first of them waits, epoch microseconds; 0 where there is none. */
  public long oldestToBeCalledMicros(QueueId queue) {
    NavigableSet<Callback> all = index.toBeCalled(queue);
    return all.isEmpty() ? 0 : all.first().sinceMicros();
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
      case CallbackFact.Booked f -> put(Callback.booked(f, envelope.recordedAtMicros()));
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
    index.changed(callbacks.put(now.id(), now), now);
  }

  private void remove(CallbackId id) {
    index.changed(callbacks.remove(id), null);
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
