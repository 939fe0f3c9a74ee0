// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentBooks;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.callback.CallbackBooks;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.medium.Medium;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.EntryState;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WaitOutlook;
import org.ringmaster.core.voicemail.Message;
import org.ringmaster.core.voicemail.MessageState;
import org.ringmaster.core.voicemail.VoicemailBooks;
import org.ringmaster.core.voicemail.VoicemailFact;

/**
 * Who waits in each queue and since when, how many talk, what its agents do, and what was counted
 * today. In a snapshot it keeps the counts; the rest comes back from what the deciders keep there.
 */
public final class QueueBoard implements Board {

  private static final long MICROS_PER_MILLI = 1_000;
  private static final long MICROS_PER_SECOND = 1_000_000;

  /** The entries of one queue, by when they joined, epoch microseconds; oldest first. */
  private static final class Line {
    final Map<EntryId, Long> waiting = new LinkedHashMap<>();
    final Map<EntryId, Long> talking = new LinkedHashMap<>();

    /** How long those who talk had waited, microseconds; unknown for those of a snapshot. */
    final Map<EntryId, Long> waited = new LinkedHashMap<>();

    /** An entry waits again, at its old place. */
    void takeBack(EntryId entry, long joinedAtMicros) {
      Map<EntryId, Long> others = new LinkedHashMap<>(waiting);
      waiting.clear();
      others.forEach(
          (other, joined) -> {
            if (joined > joinedAtMicros) {
              waiting.putIfAbsent(entry, joinedAtMicros);
            }
            waiting.put(other, joined);
          });
      waiting.putIfAbsent(entry, joinedAtMicros);
    }
  }

  private final ZoneId zone;
  private final AgentBooks agents = new AgentBooks();
  private final WaitOutlook outlook = new WaitOutlook();
  private final Set<QueueId> touched = new LinkedHashSet<>();
  private final CallbackBooks kept = new CallbackBooks();
  private final VoicemailBooks mailboxes = new VoicemailBooks();
  private final Map<QueueId, Queue> queues = new LinkedHashMap<>();
  private final Map<QueueId, Line> lines = new LinkedHashMap<>();
  private final Map<QueueId, QueueDay> days = new LinkedHashMap<>();
  private final Map<EntryId, QueueId> queueOf = new LinkedHashMap<>();
  private final DialledEntries dialled = new DialledEntries();
  private final HandleTimes handling = new HandleTimes();
  private final BoardRows<QueueId, QueueRow> rows = new BoardRows<>(QueueId::value);
  private boolean changed;

  /** A board whose days are those of the site's zone. */
  public QueueBoard(ZoneId zone) {
    this.zone = zone;
  }

  /** All queues, by name. Any thread. */
  public Collection<QueueRow> rows() {
    return rows.all();
  }

  /** One queue, or null where the configuration has none of that name. Any thread. */
  public @Nullable QueueRow row(QueueId id) {
    return rows.get(id);
  }

  /** All queues as the facts applied so far make them, published or not. Board thread. */
  List<QueueRow> standing() {
    List<QueueRow> all = new ArrayList<>();
    for (QueueId id : queues.keySet()) {
      QueueRow row = make(id);
      if (row != null) {
        all.add(row);
      }
    }
    return all;
  }

  /** Whether the last {@link #publish} changed anything. Board thread. */
  boolean changed() {
    return changed;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    outlook.apply(fact, envelope);
    kept.apply(fact, envelope);
    mailboxes.apply(fact, envelope);
    dialled.apply(fact);
    switch (fact) {
      case QueueFact queueFact -> {
        handling.apply(queueFact, envelope.occurredAtMicros());
        apply(queueFact, envelope.occurredAtMicros());
      }
      case CallbackFact callbackFact -> mark(callbackFact);
      case VoicemailFact.Left f -> touch(f.queue());
      case VoicemailFact.Heard f -> touch(f.queue());
      case VoicemailFact.CalledBack f -> touch(f.queue());
      case VoicemailFact.Done f -> touch(f.queue());
      case VoicemailFact.Deleted f -> touch(f.queue());
      case AgentFact agentFact -> {
        agents.apply(agentFact, envelope);
        countHandled(agentFact, envelope.occurredAtMicros());
        markQueuesOf(AgentFacts.agentOf(agentFact));
      }
      default -> {}
    }
    markThoseWhoShareAgents();
  }

  private void countHandled(AgentFact fact, long atMicros) {
    HandleTimes.Handled handled = handling.apply(fact, atMicros);
    if (handled != null && queues.containsKey(handled.queue())) {
      count(handled.queue(), atMicros, day -> day.plusHandled(handled.micros()));
    }
  }

  private void apply(QueueFact fact, long atMicros) {
    switch (fact) {
      case QueueFact.QueueConfigured f -> {
        configure(f.queue());
        queues.keySet().forEach(rows::mark);
      }
      case QueueFact.QueueRemoved f -> {
        queues.remove(f.queue());
        days.remove(f.queue());
        touch(f.queue());
        queues.keySet().forEach(rows::mark);
      }
      case QueueFact.EntryJoined f -> {
        queueOf.put(f.entry(), f.queue());
        line(f.queue()).waiting.put(f.entry(), atMicros);
        boolean ours = dialled.has(f.entry());
        count(f.queue(), atMicros, day -> day.plusJoined(ours));
      }
      case QueueFact.EntryConnected f -> {
        long joinedAtMicros = leave(f.entry(), atMicros);
        line(f.queue()).talking.put(f.entry(), joinedAtMicros);
        line(f.queue()).waited.put(f.entry(), atMicros - joinedAtMicros);
        long inTime = inTimeMicros(f.queue());
        boolean ours = dialled.has(f.entry());
        count(
            f.queue(), atMicros, day -> day.plusAnswered(atMicros - joinedAtMicros, inTime, ours));
      }
      case QueueFact.EntryReturned f -> returned(f, atMicros);
      case QueueFact.EntryCompleted f -> {
        line(f.queue()).talking.remove(f.entry());
        line(f.queue()).waited.remove(f.entry());
        over(f.entry());
        touch(f.queue());
      }
      case QueueFact.EntryAbandoned f -> {
        long joinedAtMicros = leave(f.entry(), atMicros);
        boolean ours = dialled.has(f.entry());
        over(f.entry());
        count(f.queue(), atMicros, day -> day.plusAbandoned(atMicros - joinedAtMicros, ours));
      }
      case QueueFact.EntryOverflowed f -> {
        leave(f.entry(), atMicros);
        over(f.entry());
        count(f.queue(), atMicros, QueueDay::plusOverflowed);
      }
      case QueueFact.WaitJudged f -> count(f.queue(), atMicros, day -> day.plusJudged(f.within()));
      default -> {}
    }
  }

  private void returned(QueueFact.EntryReturned f, long atMicros) {
    Line line = line(f.queue());
    Long joined = line.talking.remove(f.entry());
    line.takeBack(f.entry(), joined == null ? atMicros : joined);
    Long waited = line.waited.remove(f.entry());
    if (waited != null) {
      long inTime = inTimeMicros(f.queue());
      boolean ours = dialled.has(f.entry());
      count(f.queue(), atMicros, day -> day.minusAnswered(waited, inTime, ours));
    }
    touch(f.queue());
  }

  private void over(EntryId entry) {
    queueOf.remove(entry);
    dialled.forget(entry);
  }

  private long inTimeMicros(QueueId id) {
    Queue queue = queues.get(id);
    return queue == null ? 0 : queue.serviceLevelMillis() * MICROS_PER_MILLI;
  }

  private void configure(Queue queue) {
    queues.put(queue.id(), queue);
    touch(queue.id());
  }

  /** Takes an entry out of those who wait; when it joined, epoch microseconds. */
  private long leave(EntryId entry, long otherwiseMicros) {
    QueueId queue = queueOf.get(entry);
    Long joined = queue == null ? null : line(queue).waiting.remove(entry);
    return joined == null ? otherwiseMicros : joined;
  }

  private void count(QueueId queue, long atMicros, UnaryOperator<QueueDay> change) {
    LocalDate day = dayOf(atMicros);
    QueueDay before = days.get(queue);
    // A fact that is told late still counts: on the day that is being counted.
    QueueDay current =
        before == null || day.isAfter(before.day()) ? QueueDay.begin(queue, day) : before;
    days.put(queue, change.apply(current));
    touch(queue);
  }

  /** A queue changed; those that share agents with it may have another wait to expect. */
  private void touch(QueueId queue) {
    rows.mark(queue);
    touched.add(queue);
  }

  private void markThoseWhoShareAgents() {
    for (QueueId queue : touched) {
      for (QueueId other : outlook.touchedBy(queue)) {
        rows.mark(other);
      }
    }
    touched.clear();
  }

  private LocalDate dayOf(long atMicros) {
    return LocalDate.ofInstant(
        Instant.ofEpochSecond(Math.floorDiv(atMicros, MICROS_PER_SECOND)), zone);
  }

  private Line line(QueueId queue) {
    return lines.computeIfAbsent(queue, id -> new Line());
  }

  private void markQueuesOf(AgentId agent) {
    for (QueueId queue : outlook.queuesServedBy(agent)) {
      touch(queue);
    }
  }

  @Override
  public void publish() {
    changed = rows.publish(this::make);
  }

  private @Nullable QueueRow make(QueueId id) {
    Queue queue = queues.get(id);
    if (queue == null) {
      return null;
    }
    Line line = line(id);
    long longestSince = line.waiting.isEmpty() ? 0 : line.waiting.values().iterator().next();
    QueueDay day = days.computeIfAbsent(id, it -> QueueDay.begin(it, LocalDate.EPOCH));
    return new QueueRow(
        queue,
        line.waiting.size(),
        longestSince,
        line.talking.size(),
        states(queue),
        kept.toBeCalled(id),
        kept.oldestToBeCalledMicros(id),
        day,
        outlook.ofNext(id),
        unheard(id));
  }

  private int unheard(QueueId id) {
    int unheard = 0;
    for (Message message : mailboxes.messages()) {
      unheard += message.state() == MessageState.NEW && message.queue().equals(id) ? 1 : 0;
    }
    return unheard;
  }

  private void mark(CallbackFact fact) {
    switch (fact) {
      case CallbackFact.Taken f -> touch(f.queue());
      case CallbackFact.Booked f -> touch(f.queue());
      case CallbackFact.Dialled f -> touch(f.queue());
      case CallbackFact.TryFailed f -> touch(f.queue());
      case CallbackFact.PutOff f -> touch(f.queue());
      case CallbackFact.Reached f -> touch(f.queue());
      case CallbackFact.CameInPerson f -> touch(f.queue());
      case CallbackFact.WaitsAgain f -> touch(f.queue());
      case CallbackFact.Hastened f -> touch(f.queue());
      case CallbackFact.Ended f -> touch(f.queue());
      case CallbackFact.PlanConfigured f -> touch(f.plan().queue());
      case CallbackFact.PlanRemoved f -> touch(f.queue());
      case CallbackFact.Asked f -> {}
      case CallbackFact.Declined f -> {}
    }
  }

  private Map<AgentState, Integer> states(Queue queue) {
    Map<AgentState, Integer> states = new EnumMap<>(AgentState.class);
    for (AgentState state : AgentState.values()) {
      states.put(state, 0);
    }
    for (AgentId id : queue.agents()) {
      Agent agent = agents.agent(id);
      if (agent != null && agents.takes(id, Medium.VOICE)) {
        states.merge(agent.state(), 1, Integer::sum);
      }
    }
    return Collections.unmodifiableMap(states);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    days.values().forEach(out);
    handling.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    agents.restore(entity);
    outlook.restore(entity);
    kept.restore(entity);
    mailboxes.restore(entity);
    dialled.restore(entity);
    switch (entity) {
      case Queue it -> configure(it);
      case HandleTimes.Handling it -> handling.restore(it);
      case QueueDay it -> {
        days.put(it.queue(), it);
        touch(it.queue());
      }
      case QueueEntry it -> {
        boolean talks = it.state() == EntryState.CONNECTED;
        Line line = line(it.queue());
        queueOf.put(it.id(), it.queue());
        (talks ? line.talking : line.waiting).put(it.id(), it.joinedAtMicros());
        touch(it.queue());
      }
      case Agent it -> queues.keySet().forEach(rows::mark);
      case Callback it -> touch(it.queue());
      case Message it -> touch(it.queue());
      default -> {}
    }
  }
}
