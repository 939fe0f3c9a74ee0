// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferEnd;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/**
 * The facts as lines of {@code queue_log}, each field as {@code app_queue.c} of Asterisk 22 writes
 * it. Seconds are differences of whole seconds, as there. Owned by the thread that folds.
 */
final class QueueLog implements Fold {
  private static final long SECOND = 1_000_000;
  private static final long MILLI = 1_000;

  /** Who serves a queue; also its line in the saved state. */
  record Served(QueueId queue, List<AgentId> agents) {}

  /** A caller's number; also its line in the saved state. */
  record Number(CallId call, String number) {}

  /** An agent who is rung, or was and it came to nothing just now; also a line in the state. */
  record Ringing(
      OfferId offer,
      @Nullable EntryId entry,
      AgentId agent,
      LegId leg,
      long madeMicros,
      long dueMicros,
      long withdrawnMicros) {

    Ringing forEntry(EntryId served) {
      return new Ringing(offer, served, agent, leg, madeMicros, dueMicros, withdrawnMicros);
    }

    Ringing withdrawnAt(long micros) {
      return new Ringing(offer, entry, agent, leg, madeMicros, dueMicros, micros);
    }
  }

  /** An agent who is signed in; also a line in the state. */
  record Present(AgentId agent, boolean paused) {}

  /** An agent who has answered and hears the queue's whisper; also a line in the state. */
  record Hearing(EntryId entry, OfferId offer, AgentId agent, long rangMicros) {}

  /** A caller whom an agent is sending to another queue, as an earlier version saved it. */
  record HandedOn(CallId call, QueueId queue) {}

  /** How many callers have joined; also a line in the state. */
  record Count(long joined) {}

  private final Consumer<QueueLogLine> out;
  private final AgentLines agents;
  private final Map<CallId, String> numbers = new LinkedHashMap<>();
  private final Transfers transfers = new Transfers();
  private final Map<EntryId, Hearing> hearing = new LinkedHashMap<>();
  private final Map<EntryId, WaitingCaller> callers = new LinkedHashMap<>();
  private final Map<OfferId, Ringing> ringing = new LinkedHashMap<>();
  private long joined;

  QueueLog(Consumer<QueueLogLine> out) {
    this.out = out;
    this.agents = new AgentLines(out);
  }

  private static long moment(Envelope envelope) {
    return Math.min(envelope.occurredAtMicros(), envelope.recordedAtMicros());
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    long at = moment(envelope);
    transfers.apply(fact);
    switch (fact) {
      case EpochBegan f ->
          out.accept(
              QueueLogLine.of(
                  at, QueueLogLine.NONE, QueueLogLine.NONE, QueueLogLine.NONE, "QUEUESTART"));
      case CallFact.CallStarted f -> {
        if (f.callerNumber() != null) {
          numbers.put(f.call(), f.callerNumber().text());
        }
      }
      case CallFact.CallEnded f -> numbers.remove(f.call());
      case QueueFact f -> apply(f, at);
      case AgentFact f -> apply(f, at);
      default -> {}
    }
  }

  private void apply(QueueFact fact, long at) {
    switch (fact) {
      case QueueFact.QueueConfigured f -> agents.serve(f.queue().id(), f.queue().agents(), at);
      case QueueFact.QueueRemoved f -> agents.serve(f.queue(), List.of(), at);
      case QueueFact.EntryJoined f -> joined(f, at);
      case QueueFact.EntryPrioritised f ->
          callers.computeIfPresent(f.entry(), (id, caller) -> caller.with(f.priority()));
      case QueueFact.KeyChosen f ->
          callers.computeIfPresent(f.entry(), (id, caller) -> caller.pressed(f.key()));
      case QueueFact.EntryOffered f -> offered(f);
      case QueueFact.WhisperStarted f -> hears(f, at);
      case QueueFact.EntryUnoffered f -> unoffered(f, at);
      case QueueFact.EntryConnected f -> connected(f, at);
      case QueueFact.EntryReturned f -> returned(f, at);
      case QueueFact.EntryCompleted f -> completed(f, at);
      case QueueFact.EntryAbandoned f -> abandoned(f, at);
      case QueueFact.EntryOverflowed f -> overflowed(f, at);
      default -> {}
    }
  }

  private void apply(AgentFact fact, long at) {
    switch (fact) {
      case AgentFact.OfferMade f ->
          ringing.put(
              f.offer(), new Ringing(f.offer(), null, f.agent(), f.leg(), at, f.dueMicros(), 0));
      case AgentFact.OfferEnded f -> offerEnded(f, at);
      // Of those who were rung for no caller of a queue nothing else tells that they are done.
      case AgentFact.TalkEnded f -> ringing.remove(f.offer());
      default -> agents.apply(fact, at);
    }
  }

  private void joined(QueueFact.EntryJoined f, long at) {
    long order = joined++;
    transfers.joined(f.call());
    int position = place(f.queue(), f.priority(), order);
    callers.put(
        f.entry(),
        new WaitingCaller(
            f.entry(), f.queue(), f.call(), f.leg(), f.priority(), order, at, position, 0, null));
    line(
        at,
        f.leg(),
        f.queue(),
        QueueLogLine.NONE,
        "ENTERQUEUE",
        "",
        numbers.getOrDefault(f.call(), ""),
        position);
  }

  private int place(QueueId queue, int priority, long order) {
    int place = 1;
    for (WaitingCaller other : callers.values()) {
      boolean ahead = other.queue().equals(queue) && other.isBefore(priority, order);
      place += ahead && other.waits() ? 1 : 0;
    }
    return place;
  }

  private int place(WaitingCaller caller) {
    return place(caller.queue(), caller.priority(), caller.order());
  }

  private void offered(QueueFact.EntryOffered f) {
    ringing.computeIfPresent(f.offer(), (id, offer) -> offer.forEntry(f.entry()));
    ringing.values().removeIf(old -> f.entry().equals(old.entry()) && old.withdrawnMicros() != 0);
  }

  private void offerEnded(AgentFact.OfferEnded f, long at) {
    Ringing offer = ringing.get(f.offer());
    if (offer == null) {
      return;
    }
    WaitingCaller caller = offer.entry() == null ? null : callers.get(offer.entry());
    if (f.end() == OfferEnd.WITHDRAWN && caller != null && caller.waits()) {
      // Why is told by what becomes of the caller, which may follow.
      ringing.put(f.offer(), offer.withdrawnAt(at));
      return;
    }
    ringing.remove(f.offer());
    if (caller != null && f.end() != OfferEnd.WITHDRAWN) {
      long micros =
          f.end() == OfferEnd.NO_ANSWER
              ? offer.dueMicros() - offer.madeMicros()
              : seconds(offer.madeMicros(), at) * SECOND;
      line(at, caller.leg(), caller.queue(), f.agent().value(), "RINGNOANSWER", micros / MILLI);
    }
  }

  private void hears(QueueFact.WhisperStarted f, long at) {
    Ringing offer = ringing.remove(f.offer());
    long rang = offer == null ? 0 : at - offer.madeMicros();
    hearing.put(f.entry(), new Hearing(f.entry(), f.offer(), f.agent(), rang));
  }

  /** The agent went while they heard the whisper; the caller waits on. */
  private void unoffered(QueueFact.EntryUnoffered f, long at) {
    WaitingCaller caller = callers.get(f.entry());
    Hearing heard = hearing.get(f.entry());
    if (caller != null && heard != null && heard.offer().equals(f.offer())) {
      hearing.remove(f.entry());
      line(at, caller.leg(), caller.queue(), f.agent().value(), "AGENTDUMP");
    }
  }

  private void connected(QueueFact.EntryConnected f, long at) {
    WaitingCaller caller = callers.get(f.entry());
    Ringing offer = ringing.get(f.offer());
    Hearing heard = hearing.remove(f.entry());
    if (caller == null) {
      return;
    }
    long rang = heard != null ? heard.rangMicros() : offer == null ? 0 : at - offer.madeMicros();
    ringing.values().removeIf(other -> f.entry().equals(other.entry()));
    callers.put(f.entry(), caller.connectedAt(at));
    line(
        at,
        caller.leg(),
        f.queue(),
        f.agent().value(),
        "CONNECT",
        seconds(caller.joinedMicros(), at),
        f.agentLeg(),
        Math.max(0, rang) / SECOND);
  }

  private void returned(QueueFact.EntryReturned f, long at) {
    WaitingCaller caller = callers.get(f.entry());
    if (caller != null) {
      callers.put(f.entry(), caller.connectedAt(0));
      line(at, caller.leg(), f.queue(), f.agent().value(), "AGENTDUMP");
    }
  }

  private void completed(QueueFact.EntryCompleted f, long at) {
    WaitingCaller caller = callers.remove(f.entry());
    Transfers.Transfer transfer = transfers.take(f.call());
    if (caller == null || caller.waits()) {
      return;
    }
    String event = f.end() == TalkEnd.CALLER ? "COMPLETECALLER" : "COMPLETEAGENT";
    List<Object> fields = new ArrayList<>();
    if (f.end() == TalkEnd.HANDED_ON && transfer != null) {
      event = transfer.event();
      fields.addAll(transfer.words());
    }
    fields.add(seconds(caller.joinedMicros(), caller.connectedMicros()));
    fields.add(seconds(caller.connectedMicros(), at));
    fields.add(caller.position());
    line(at, caller.leg(), f.queue(), f.agent().value(), event, fields.toArray());
  }

  private void abandoned(QueueFact.EntryAbandoned f, long at) {
    WaitingCaller caller = callers.get(f.entry());
    if (caller != null) {
      Hearing heard = hearing.get(f.entry());
      rungInVain(caller, "RINGCANCELED", at);
      leaves(caller, heard == null ? QueueLogLine.NONE : heard.agent().value(), "ABANDON", at);
    }
  }

  private void overflowed(QueueFact.EntryOverflowed f, long at) {
    WaitingCaller caller = callers.get(f.entry());
    if (caller == null) {
      return;
    }
    switch (f.reason()) {
      case EMPTY -> leaves(caller, "EXITEMPTY", at);
      case KEY -> {
        rungInVain(caller, "RINGCANCELED", at);
        leaves(caller, "EXITWITHKEY", at);
      }
      case REMOVED -> leaves(caller, "WITHDRAW", at);
      case SUPERVISOR -> {
        // In app_queue the telephone rings out before whoever is withdrawn leaves.
        rungInVain(caller, "RINGNOANSWER", at);
        leaves(caller, "WITHDRAW", at);
      }
      case null, default -> {
        rungInVain(caller, "RINGNOANSWER", at);
        leaves(caller, "EXITWITHTIMEOUT", at);
      }
    }
  }

  /** Who was being rung for a caller who leaves. */
  private void rungInVain(WaitingCaller caller, String event, long at) {
    List<Ringing> rung = new ArrayList<>();
    ringing.values().stream().filter(it -> caller.entry().equals(it.entry())).forEach(rung::add);
    rung.sort(Comparator.comparingLong(Ringing::madeMicros));
    for (Ringing each : rung) {
      long until = each.withdrawnMicros() == 0 ? at : each.withdrawnMicros();
      long millis = Math.max(0, until - each.madeMicros()) / MILLI;
      line(at, caller.leg(), caller.queue(), each.agent().value(), event, millis);
    }
  }

  private void leaves(WaitingCaller caller, String event, long at) {
    leaves(caller, QueueLogLine.NONE, event, at);
  }

  private void leaves(WaitingCaller caller, String agent, String event, long at) {
    List<Object> fields = new ArrayList<>();
    if (event.equals("EXITWITHKEY")) {
      fields.add(caller.key() == null ? "" : caller.key());
    }
    fields.add(place(caller));
    fields.add(caller.position());
    fields.add(seconds(caller.joinedMicros(), at));
    if (event.equals("WITHDRAW")) {
      fields.add("");
    }
    callers.remove(caller.entry());
    hearing.remove(caller.entry());
    ringing.values().removeIf(it -> caller.entry().equals(it.entry()));
    line(at, caller.leg(), caller.queue(), agent, event, fields.toArray());
  }

  private static long seconds(long fromMicros, long toMicros) {
    return Math.max(0, toMicros / SECOND - fromMicros / SECOND);
  }

  private void line(
      long at, LegId leg, QueueId queue, String agent, String event, Object... fields) {
    out.accept(QueueLogLine.of(at, leg.value(), queue.value(), agent, event, fields));
  }

  @Override
  public void snapshot(Consumer<Record> state) {
    state.accept(new Count(joined));
    agents.snapshot(state);
    numbers.forEach((call, number) -> state.accept(new Number(call, number)));
    transfers.snapshot(state);
    hearing.values().forEach(state);
    callers.values().forEach(state);
    ringing.values().forEach(state);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Count it -> joined = it.joined();
      case Number it -> numbers.put(it.call(), it.number());
      case Hearing it -> hearing.put(it.entry(), it);
      case WaitingCaller it -> callers.put(it.entry(), it);
      case Ringing it -> ringing.put(it.offer(), it);
      default -> {
        if (!transfers.restore(entity)) {
          agents.restore(entity);
        }
      }
    }
  }
}
