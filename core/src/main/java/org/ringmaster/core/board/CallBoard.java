// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.talk.TalkFact;

/** How far each live call has come, and how the last thousand calls ended. */
public final class CallBoard implements Board {

  private static final int MAX_ENDED = 1_000;

  private final Map<CallId, CallRow> calls = new LinkedHashMap<>();
  private final Map<EntryId, CallId> entries = new LinkedHashMap<>();
  private final Deque<CallId> ended = new ArrayDeque<>();
  private final Set<CallId> inPlaces = new LinkedHashSet<>();
  private final BoardRows<CallId, CallRow> rows = new BoardRows<>(CallId::value);
  private int live;
  private boolean changed;
  private volatile int liveNow;
  private volatile List<CallRow> parkedNow = List.of();

  /** All live calls and the last that ended, oldest first. Any thread. */
  public Collection<CallRow> rows() {
    return rows.all();
  }

  /** One call, or null where it is not live nor among the last that ended. Any thread. */
  public @Nullable CallRow row(CallId id) {
    return rows.get(id);
  }

  /** Whom agents have parked, by their places. Any thread. */
  public List<CallRow> parked() {
    return parkedNow;
  }

  /** How many calls live. Any thread. */
  public int live() {
    return liveNow;
  }

  /** Whether the last {@link #publish} changed anything. Board thread. */
  boolean changed() {
    return changed;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    long at = envelope.occurredAtMicros();
    switch (fact) {
      case CallFact.CallStarted f -> {
        live++;
        calls.put(
            f.call(),
            new CallRow(
                f.call(),
                f.node(),
                f.direction(),
                f.dialled(),
                f.trunk(),
                f.callerNumber(),
                at,
                CallStage.STARTED,
                at,
                null,
                null,
                0,
                f.callerName(),
                null,
                0,
                null,
                f.called()));
        rows.mark(f.call());
      }
      case CallFact.CallEnded f -> {
        CallRow row = calls.get(f.call());
        if (row != null && row.stage() != CallStage.ENDED) {
          live--;
          change(f.call(), it -> it.to(CallStage.ENDED, at));
          ended.add(f.call());
          forgetOldest();
        }
      }
      case QueueFact queueFact -> apply(queueFact, at);
      case TalkFact talkFact -> apply(talkFact, at);
      default -> {}
    }
  }

  private void apply(QueueFact fact, long at) {
    switch (fact) {
      case QueueFact.Turned f -> change(f.call(), row -> row.to(CallStage.TURNED, at));
      case QueueFact.EntryJoined f -> {
        entries.put(f.entry(), f.call());
        change(f.call(), row -> row.waitingIn(f.queue(), at));
      }
      case QueueFact.EntryOffered f ->
          change(entries.get(f.entry()), row -> row.offered(f.agent(), at));
      case QueueFact.EntryUnoffered f -> change(entries.get(f.entry()), row -> row.unoffered(at));
      case QueueFact.EntryConnected f ->
          change(
              entries.get(f.entry()),
              row -> row.talkingWith(f.agent(), at).became(CallOutcome.SERVED));
      case QueueFact.EntryReturned f ->
          change(entries.get(f.entry()), row -> row.waitingIn(f.queue(), at));
      case QueueFact.EntryCompleted f -> {
        CallId call = entries.remove(f.entry());
        if (f.end() != TalkEnd.HANDED_ON) {
          change(call, row -> row.to(CallStage.ENDING, at));
        }
      }
      case QueueFact.EntryAbandoned f -> {
        CallId call = entries.remove(f.entry());
        change(call, row -> row.to(CallStage.ENDING, at));
        became(call, CallOutcome.ABANDONED);
      }
      case QueueFact.EntryOverflowed f -> {
        CallId call = entries.remove(f.entry());
        change(call, row -> row.to(CallStage.OVERFLOWED, at));
        became(call, CallOutcome.SENT_ON);
      }
      default -> {}
    }
  }

  private void apply(TalkFact fact, long at) {
    CallId call = fact.call();
    switch (fact) {
      case TalkFact.Held f -> change(call, row -> row.handled(CallStage.HELD, f.agent(), at));
      case TalkFact.Resumed f -> change(call, row -> row.talkingWith(f.agent(), at));
      case TalkFact.ConsultBegan f ->
          change(call, row -> row.handled(CallStage.HELD, f.agent(), at));
      case TalkFact.Swapped f ->
          change(
              call,
              row ->
                  row.stage() == CallStage.HELD
                      ? row.talkingWith(f.agent(), at)
                      : row.handled(CallStage.HELD, f.agent(), at));
      case TalkFact.Joined f -> change(call, row -> row.talkingWith(f.agent(), at));
      case TalkFact.GivenTo f ->
          change(call, row -> row.talkingWith(f.to(), at).handedBy(f.agent(), 0));
      case TalkFact.SentOn f ->
          change(
              call,
              row -> row.handled(CallStage.HANDED_ON, f.to().agent(), at).handedBy(f.agent(), 0));
      case TalkFact.Taken f -> change(call, row -> row.talkingWith(f.agent(), at));
      case TalkFact.PassedOn f ->
          change(call, row -> row.handled(CallStage.PASSED_ON, null, at).handedBy(f.agent(), 0));
      case TalkFact.Parked f ->
          change(
              call, row -> row.handled(CallStage.PARKED, null, at).handedBy(f.agent(), f.slot()));
      case TalkFact.SentToQueue f -> change(call, row -> row.handedBy(f.agent(), 0));
      case TalkFact.Dialled f -> change(call, row -> row.offered(f.agent(), at));
      case TalkFact.NumberAnswered f -> change(call, row -> row.talkingWith(f.agent(), at));
      case TalkFact.Ended f -> change(call, row -> row.to(CallStage.ENDING, at));
      default -> {}
    }
  }

  /** Changes a live call. Its entry may close after it: the call stays ended. */
  private void change(@Nullable CallId id, UnaryOperator<CallRow> change) {
    CallRow row = id == null ? null : calls.get(id);
    if (row != null && row.stage() != CallStage.ENDED) {
      put(change.apply(row));
    }
  }

  private void put(CallRow row) {
    calls.put(row.id(), row);
    rows.mark(row.id());
    if (row.stage() == CallStage.PARKED) {
      inPlaces.add(row.id());
    } else {
      inPlaces.remove(row.id());
    }
  }

  /** Also of a call that has ended: its entry closes after it. */
  private void became(@Nullable CallId id, CallOutcome outcome) {
    CallRow row = id == null ? null : calls.get(id);
    if (row != null) {
      calls.put(row.id(), row.became(outcome));
      rows.mark(row.id());
    }
  }

  private void forgetOldest() {
    while (ended.size() > MAX_ENDED) {
      CallId oldest = ended.remove();
      calls.remove(oldest);
      rows.mark(oldest);
    }
  }

  @Override
  public void publish() {
    changed = rows.publish(calls::get);
    liveNow = live;
    if (changed && (!inPlaces.isEmpty() || !parkedNow.isEmpty())) {
      parkedNow =
          inPlaces.stream()
              .map(id -> Objects.requireNonNull(calls.get(id)))
              .sorted(Comparator.comparingInt(CallRow::slot))
              .toList();
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    calls.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case CallRow it -> {
        put(it);
        if (it.stage() == CallStage.ENDED) {
          ended.add(it.id());
        } else {
          live++;
        }
      }
      case QueueEntry it -> entries.put(it.id(), it.call());
      default -> {}
    }
  }
}
