// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;

/** All queues and those who wait or talk in them: the fold behind {@link Acd}. */
public final class QueueBooks implements Fold {

  record Rest(AgentId agent, long untilMicros) {}

  final Map<QueueId, Queue> queues = new LinkedHashMap<>();
  final Map<String, InboundNumber> numbers = new LinkedHashMap<>();
  final Map<CalendarId, Calendar> calendars = new LinkedHashMap<>();
  final Map<EntryId, QueueEntry> entries = new LinkedHashMap<>();

  /** Entries that wait with nobody being rung, oldest first. */
  final Map<EntryId, QueueEntry> waiting = new LinkedHashMap<>();

  final Map<LegId, EntryId> entriesByLeg = new LinkedHashMap<>();
  final Map<OfferId, EntryId> entriesByOffer = new LinkedHashMap<>();
  final Map<AgentId, Rest> resting = new LinkedHashMap<>();

  /** The queue, or null where the configuration has none of that name. */
  public @Nullable Queue queue(QueueId id) {
    return queues.get(id);
  }

  /** The entry, or null once it is over. */
  public @Nullable QueueEntry entry(EntryId id) {
    return entries.get(id);
  }

  /** All live entries, oldest first. */
  public Collection<QueueEntry> entries() {
    return entries.values();
  }

  @Nullable QueueEntry entryOf(LegId leg) {
    EntryId id = entriesByLeg.get(leg);
    return id == null ? null : entries.get(id);
  }

  @Nullable QueueEntry entryOf(OfferId offer) {
    EntryId id = entriesByOffer.get(offer);
    return id == null ? null : entries.get(id);
  }

  boolean isResting(AgentId agent, long nowMicros) {
    Rest rest = resting.get(agent);
    return rest != null && rest.untilMicros() > nowMicros;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    if (!(fact instanceof QueueFact queueFact)) {
      return;
    }
    switch (queueFact) {
      case QueueFact.QueueConfigured f -> queues.put(f.queue().id(), f.queue());
      case QueueFact.QueueRemoved f -> queues.remove(f.queue());
      case QueueFact.NumberConfigured f -> numbers.put(f.number().number(), f.number());
      case QueueFact.NumberRemoved f -> numbers.remove(f.number());
      case QueueFact.CalendarConfigured f -> calendars.put(f.calendar().id(), f.calendar());
      case QueueFact.CalendarRemoved f -> calendars.remove(f.calendar());
      case QueueFact.Turned f -> {}
      case QueueFact.EntryJoined f ->
          put(
              new QueueEntry(
                  f.entry(),
                  f.queue(),
                  f.call(),
                  f.leg(),
                  f.node(),
                  EntryState.WAITING,
                  envelope.occurredAtMicros(),
                  java.util.List.of()));
      case QueueFact.EntryOffered f -> {
        entriesByOffer.put(f.offer(), f.entry());
        change(f.entry(), entry -> next(entry, f).with(f.offer()));
      }
      case QueueFact.EntryUnoffered f -> {
        entriesByOffer.remove(f.offer());
        change(f.entry(), entry -> unoffered(entry.without(f.offer()), f));
      }
      case QueueFact.EntryConnected f -> change(f.entry(), entry -> next(entry, f));
      case QueueFact.EntryCompleted f -> over(f.entry(), f);
      case QueueFact.EntryAbandoned f -> over(f.entry(), f);
      case QueueFact.EntryOverflowed f -> over(f.entry(), f);
      case QueueFact.AgentRested f -> resting.put(f.agent(), new Rest(f.agent(), f.untilMicros()));
    }
  }

  private void put(QueueEntry entry) {
    entries.put(entry.id(), entry);
    entriesByLeg.put(entry.leg(), entry.id());
    entry.offers().forEach(offer -> entriesByOffer.put(offer, entry.id()));
    if (entry.state() == EntryState.WAITING) {
      waiting.put(entry.id(), entry);
    }
  }

  private static QueueEntry unoffered(QueueEntry entry, QueueFact fact) {
    return entry.offers().isEmpty() ? next(entry, fact) : entry;
  }

  private static QueueEntry next(QueueEntry entry, QueueFact fact) {
    return entry.to(EntryLifecycle.TABLE.next(entry.state(), fact));
  }

  private void change(EntryId id, UnaryOperator<QueueEntry> change) {
    QueueEntry now = entries.computeIfPresent(id, (key, entry) -> change.apply(entry));
    if (now == null || now.state() != EntryState.WAITING) {
      waiting.remove(id);
    } else if (!waiting.containsKey(id)) {
      waitAgain(now);
    }
  }

  /** An entry whose offers came to nothing goes back to its place in time, not to the end. */
  private void waitAgain(QueueEntry entry) {
    Map<EntryId, QueueEntry> others = new LinkedHashMap<>(waiting);
    waiting.clear();
    boolean placed = false;
    for (QueueEntry other : others.values()) {
      if (!placed && other.joinedAtMicros() > entry.joinedAtMicros()) {
        waiting.put(entry.id(), entry);
        placed = true;
      }
      waiting.put(other.id(), other);
    }
    if (!placed) {
      waiting.put(entry.id(), entry);
    }
  }

  private void over(EntryId id, QueueFact fact) {
    QueueEntry entry = entries.remove(id);
    if (entry != null) {
      next(entry, fact);
      waiting.remove(id);
      entriesByLeg.remove(entry.leg());
      entry.offers().forEach(entriesByOffer::remove);
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    queues.values().forEach(out);
    numbers.values().forEach(out);
    calendars.values().forEach(out);
    entries.values().forEach(out);
    resting.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Queue it -> queues.put(it.id(), it);
      case InboundNumber it -> numbers.put(it.number(), it);
      case Calendar it -> calendars.put(it.id(), it);
      case QueueEntry it -> put(it);
      case Rest it -> resting.put(it.agent(), it);
      default -> {}
    }
  }
}
