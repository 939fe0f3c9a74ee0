// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.interval.AgentFigure;
import org.ringmaster.core.interval.Interval;
import org.ringmaster.core.interval.QueueFigure;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/**
 * The figures once more, as one would do it on paper: every caller's and every agent's facts are
 * laid side by side and read from the first to the last. Shares nothing with the fold but the names
 * of the figures.
 */
final class NaiveKpis {
  private final Map<EntryId, List<RecordedFact>> ofEntry = new LinkedHashMap<>();
  private final Map<AgentId, List<RecordedFact>> ofAgent = new LinkedHashMap<>();
  private final Map<QueueId, List<RecordedFact>> ofQueue = new LinkedHashMap<>();
  private final Map<LegId, List<RecordedFact>> holds = new HashMap<>();
  private final Set<CallId> dialled = new HashSet<>();
  private final Map<OfferId, EntryId> entryOf = new HashMap<>();

  /** What an agent does at the end of what is told of them, and for which queue. */
  record Open(AgentId agent, @Nullable QueueId queue, AgentFigure doing, long sinceMicros) {

    /** Adds the time from then until now. */
    void spend(long nowMicros, NaiveSums sums) {
      NaiveKpis.spend(agent, queue, doing, sinceMicros, nowMicros, sums);
    }
  }

  /** Lays one more fact to those of whom it is about. */
  void add(RecordedFact fact) {
    switch (fact.fact()) {
      case QueueFact.EntryJoined f -> lay(ofEntry, f.entry(), fact);
      case QueueFact.EntryConnected f -> lay(ofEntry, f.entry(), fact);
      case QueueFact.EntryReturned f -> lay(ofEntry, f.entry(), fact);
      case QueueFact.EntryCompleted f -> lay(ofEntry, f.entry(), fact);
      case QueueFact.EntryAbandoned f -> lay(ofEntry, f.entry(), fact);
      case QueueFact.EntryOverflowed f -> lay(ofEntry, f.entry(), fact);
      case QueueFact.EntryOffered f -> entryOf.put(f.offer(), f.entry());
      case QueueFact.QueueConfigured f -> lay(ofQueue, f.queue().id(), fact);
      case QueueFact.QueueRemoved f -> lay(ofQueue, f.queue(), fact);
      case CallFact.CallStarted f when f.direction() == Direction.OUTBOUND -> dialled.add(f.call());
      case CallFact.LegHeld f -> lay(holds, f.leg(), fact);
      case CallFact.LegEnded f when holds.containsKey(f.leg()) -> lay(holds, f.leg(), fact);
      case AgentFact f -> ofAgent(f, fact);
      default -> {}
    }
  }

  private void ofAgent(AgentFact told, RecordedFact fact) {
    switch (told) {
      case AgentFact.SignedIn f -> lay(ofAgent, f.agent(), fact);
      case AgentFact.SignedOut f -> lay(ofAgent, f.agent(), fact);
      case AgentFact.Ready f -> lay(ofAgent, f.agent(), fact);
      case AgentFact.Paused f -> lay(ofAgent, f.agent(), fact);
      case AgentFact.Unpaused f -> lay(ofAgent, f.agent(), fact);
      case AgentFact.Reconnecting f -> lay(ofAgent, f.agent(), fact);
      case AgentFact.OfferMade f -> lay(ofAgent, f.agent(), fact);
      case AgentFact.OfferEnded f -> lay(ofAgent, f.agent(), fact);
      case AgentFact.TalkBegan f -> lay(ofAgent, f.agent(), fact);
      case AgentFact.WrapUpStarted f -> lay(ofAgent, f.agent(), fact);
      case AgentFact.Freed f -> lay(ofAgent, f.agent(), fact);
      default -> {}
    }
  }

  private static <K> void lay(Map<K, List<RecordedFact>> heap, K whom, RecordedFact fact) {
    heap.computeIfAbsent(whom, it -> new ArrayList<>()).add(fact);
  }

  /** Works everything out, once, as it stands at an instant. */
  NaiveSums workedOut(long nowMicros) {
    NaiveSums sums = new NaiveSums();
    ofEntry.keySet().forEach(entry -> caller(entry, sums));
    for (AgentId agent : ofAgent.keySet()) {
      Open open = shift(agent, sums);
      if (open != null) {
        open.spend(nowMicros, sums);
      }
    }
    return sums;
  }

  // Callers.

  /** Works one caller out. */
  void caller(EntryId entry, NaiveSums sums) {
    List<RecordedFact> facts = ofEntry.getOrDefault(entry, List.of());
    if (facts.isEmpty() || !(facts.getFirst().fact() instanceof QueueFact.EntryJoined joined)) {
      return;
    }
    long began = told(facts.getFirst());
    Interval in = Interval.of(began);
    QueueId queue = joined.queue();
    boolean ours = dialled.contains(joined.call());
    sums.count(queue, in, QueueFigure.OFFERED, 1);
    sums.count(queue, in, QueueFigure.OFFERED_DIALLED, ours ? 1 : 0);
    long longest = 0;
    RecordedFact answer = null;
    for (RecordedFact fact : facts) {
      long waited = Math.max(0, told(fact) - began);
      switch (fact.fact()) {
        case QueueFact.EntryConnected f -> {
          answer = fact;
          longest = Math.max(longest, waited);
        }
        case QueueFact.EntryReturned f -> answer = null;
        case QueueFact.EntryAbandoned f -> {
          longest = Math.max(longest, waited);
          abandoned(queue, in, way(f), waited, fact.sequence(), sums);
        }
        case QueueFact.EntryOverflowed f -> {
          longest = Math.max(longest, waited);
          sums.count(queue, in, QueueFigure.FLOWED_OUT, 1);
          sums.count(queue, in, QueueFigure.FLOWED_OUT_DIALLED, ours ? 1 : 0);
        }
        default -> {}
      }
    }
    if (answer != null) {
      long waited = Math.max(0, told(answer) - began);
      sums.count(queue, in, QueueFigure.ANSWERED, 1);
      sums.count(queue, in, QueueFigure.ANSWER_WAIT_MICROS, waited);
      boolean inTime = waited <= targetMicros(queue, answer.sequence());
      sums.count(queue, in, QueueFigure.ANSWERED_IN_TIME, inTime ? 1 : 0);
      if (ours) {
        sums.count(queue, in, QueueFigure.ANSWERED_DIALLED, 1);
        sums.count(queue, in, QueueFigure.ANSWER_WAIT_DIALLED_MICROS, waited);
        sums.count(queue, in, QueueFigure.ANSWERED_IN_TIME_DIALLED, inTime ? 1 : 0);
      }
      heldInTheEnd(queue, in, answer, facts.getLast(), sums);
    }
    sums.waited(queue, in, longest);
  }

  private QueueFigure way(QueueFact.EntryAbandoned f) {
    return dialled.contains(f.call())
        ? QueueFigure.ABANDONED_DIALLED
        : f.whileRinging() ? QueueFigure.ABANDONED_RINGING : QueueFigure.ABANDONED_WAITING;
  }

  private void abandoned(
      QueueId queue, Interval in, QueueFigure way, long waited, long sequence, NaiveSums sums) {
    sums.count(queue, in, way, 1);
    sums.count(queue, in, QueueFigure.ABANDON_WAIT_MICROS, waited);
    sums.count(queue, in, QueueFigure.ABANDONED_SHORT, waited < 5_000_000 ? 1 : 0);
    boolean inTime = waited <= targetMicros(queue, sequence);
    sums.count(queue, in, QueueFigure.ABANDONED_IN_TIME, inTime ? 1 : 0);
    if (way == QueueFigure.ABANDONED_DIALLED) {
      sums.count(queue, in, QueueFigure.ABANDON_WAIT_DIALLED_MICROS, waited);
      sums.count(queue, in, QueueFigure.ABANDONED_SHORT_DIALLED, waited < 5_000_000 ? 1 : 0);
      sums.count(queue, in, QueueFigure.ABANDONED_IN_TIME_DIALLED, inTime ? 1 : 0);
    }
  }

  private void heldInTheEnd(
      QueueId queue, Interval in, RecordedFact answer, RecordedFact last, NaiveSums sums) {
    if (answer.fact() instanceof QueueFact.EntryConnected connected
        && last.fact() instanceof QueueFact.EntryCompleted completed
        && completed.end() == TalkEnd.CALLER
        && isHeld(connected.agentLeg(), last.sequence())) {
      sums.count(queue, in, QueueFigure.ABANDONED_HELD, 1);
    }
  }

  private boolean isHeld(@Nullable LegId leg, long atSequence) {
    boolean held = false;
    for (RecordedFact fact : holds.getOrDefault(leg, List.of())) {
      if (fact.sequence() < atSequence) {
        held = fact.fact() instanceof CallFact.LegHeld told && told.held();
      }
    }
    return held;
  }

  private long targetMicros(QueueId queue, long atSequence) {
    long micros = 0;
    for (RecordedFact fact : ofQueue.getOrDefault(queue, List.of())) {
      if (fact.sequence() < atSequence) {
        micros =
            fact.fact() instanceof QueueFact.QueueConfigured told
                ? told.queue().serviceLevelMillis() * 1_000
                : 0;
      }
    }
    return micros;
  }

  // Agents.

  /** Works one agent out up to their last fact; what they do from then on, null for nothing. */
  @Nullable Open shift(AgentId agent, NaiveSums sums) {
    List<RecordedFact> facts = withHolds(ofAgent.getOrDefault(agent, List.of()));
    @Nullable AgentFigure doing = null;
    @Nullable QueueId queue = null;
    @Nullable LegId leg = null;
    boolean talked = false;
    long since = 0;
    for (RecordedFact fact : facts) {
      if (fact.fact() instanceof CallFact.LegHeld && !isTalk(doing)) {
        continue;
      }
      long at = doing == null ? told(fact) : Math.max(since, told(fact));
      spend(agent, queue, doing, since, at, sums);
      boolean done = false;
      switch (fact.fact()) {
        case AgentFact.SignedIn f -> doing = AgentFigure.SIGNING_IN_MICROS;
        case AgentFact.Reconnecting f -> doing = AgentFigure.SIGNING_IN_MICROS;
        case AgentFact.OfferMade f -> {
          if (talked) {
            handled(agent, queue, Interval.of(at), sums); // A direct offer ends a wrap-up.
            talked = false;
          }
          doing = AgentFigure.RING_MICROS;
          EntryId entry = entryOf.get(f.offer());
          queue = entry == null ? null : queueOf(entry);
          leg = f.leg();
        }
        case AgentFact.TalkBegan f -> {
          talked = true;
          doing = isHeld(leg, fact.sequence()) ? AgentFigure.HOLD_MICROS : AgentFigure.TALK_MICROS;
        }
        case CallFact.LegHeld f ->
            doing = f.held() ? AgentFigure.HOLD_MICROS : AgentFigure.TALK_MICROS;
        case AgentFact.WrapUpStarted f -> doing = AgentFigure.WRAP_UP_MICROS;
        case AgentFact.SignedOut f -> {
          doing = null;
          done = true;
        }
        case AgentFact.Paused f -> {
          doing = AgentFigure.PAUSED_MICROS;
          done = true;
        }
        default -> {
          doing = AgentFigure.IDLE_MICROS;
          done = true;
        }
      }
      if (done && talked) {
        handled(agent, queue, Interval.of(at), sums);
      }
      if (done) {
        talked = false;
        queue = null;
      }
      since = at;
    }
    return doing == null ? null : new Open(agent, queue, doing, since);
  }

  private static boolean isTalk(@Nullable AgentFigure doing) {
    return doing == AgentFigure.TALK_MICROS || doing == AgentFigure.HOLD_MICROS;
  }

  /** An agent's own facts and, among them, those of the holds on the legs they are rung on. */
  private List<RecordedFact> withHolds(List<RecordedFact> own) {
    List<RecordedFact> all = new ArrayList<>();
    @Nullable LegId leg = null;
    for (int i = 0; i < own.size(); i++) {
      RecordedFact fact = own.get(i);
      all.add(fact);
      leg = fact.fact() instanceof AgentFact.OfferMade made ? made.leg() : leg;
      long until = i + 1 < own.size() ? own.get(i + 1).sequence() : Long.MAX_VALUE;
      for (RecordedFact held : holds.getOrDefault(leg, List.of())) {
        boolean between = held.sequence() > fact.sequence() && held.sequence() < until;
        if (between && held.fact() instanceof CallFact.LegHeld) {
          all.add(held);
        }
      }
    }
    return all;
  }

  private @Nullable QueueId queueOf(EntryId entry) {
    List<RecordedFact> facts = ofEntry.get(entry);
    return facts != null && facts.getFirst().fact() instanceof QueueFact.EntryJoined joined
        ? joined.queue()
        : null;
  }

  private static void handled(AgentId agent, @Nullable QueueId queue, Interval in, NaiveSums sums) {
    sums.count(agent, in, AgentFigure.HANDLED, 1);
    if (queue != null) {
      sums.count(queue, in, QueueFigure.HANDLED, 1);
    }
  }

  private static void spend(
      AgentId agent,
      @Nullable QueueId queue,
      @Nullable AgentFigure doing,
      long from,
      long until,
      NaiveSums sums) {
    if (doing == null) {
      return;
    }
    for (long at = Interval.of(from).beginMicros(); at < until; at += Interval.LENGTH_MICROS) {
      Interval in = new Interval(at);
      long micros = Math.min(until, in.endMicros()) - Math.max(from, at);
      if (micros > 0) {
        sums.count(agent, in, doing, micros);
        QueueFigure same = sameOfQueue(doing);
        if (queue != null && same != null) {
          sums.count(queue, in, same, micros);
        }
      }
    }
  }

  private static @Nullable QueueFigure sameOfQueue(AgentFigure doing) {
    return switch (doing) {
      case RING_MICROS -> QueueFigure.RING_MICROS;
      case TALK_MICROS -> QueueFigure.TALK_MICROS;
      case HOLD_MICROS -> QueueFigure.HOLD_MICROS;
      case WRAP_UP_MICROS -> QueueFigure.WRAP_UP_MICROS;
      default -> null;
    };
  }

  private static long told(RecordedFact fact) {
    return Math.min(fact.envelope().occurredAtMicros(), fact.envelope().recordedAtMicros());
  }
}
