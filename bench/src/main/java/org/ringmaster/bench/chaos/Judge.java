// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.supervision.SupervisionFact;
import org.ringmaster.core.supervision.SupervisionId;
import org.ringmaster.core.talk.TalkFact;

/** Compares the books of a whole seed with the truth of its world, when everybody has gone. */
final class Judge {
  private static final int TOLD = 5;

  private final Truth truth;
  private final Map<LegId, Long> unseen = new HashMap<>();
  private final Map<EntryId, LegId> callers = new HashMap<>();
  private final Set<Truth.Pair> booked = new HashSet<>();
  private final Map<SupervisionId, LegId> supervisors = new HashMap<>();
  private final Set<LegId> attending = new HashSet<>();
  private final Map<OfferId, LegId> parts = new HashMap<>();
  private final Map<CallId, Set<LegId>> conversations = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();

  Judge(Truth truth) {
    this.truth = truth;
  }

  /** What the facts say otherwise than it was. */
  List<String> differences(List<RecordedFact> facts) {
    facts.forEach(this::read);
    for (Truth.Pair pair : truth.heard()) {
      boolean attended = attending.contains(pair.one()) || attending.contains(pair.other());
      if (!booked.contains(pair) && !attended) {
        wrong.add(pair.one() + " and " + pair.other() + " heard each other, and no fact says why");
      }
    }
    return wrong.subList(0, Math.min(TOLD, wrong.size()));
  }

  private void read(RecordedFact fact) {
    long at = fact.envelope().occurredAtMicros();
    switch (fact.fact()) {
      case QueueFact.EntryJoined f -> callers.put(f.entry(), f.leg());
      case QueueFact.EntryConnected f -> {
        LegId caller = callers.get(f.entry());
        if (caller != null) {
          booked.add(Truth.Pair.of(caller, f.agentLeg()));
        }
      }
      case AgentFact.OfferMade f -> parts.put(f.offer(), f.leg());
      case TalkFact f -> read(f);
      case SupervisionFact.Asked f -> supervisors.put(f.supervision(), f.leg());
      case SupervisionFact.Barged f -> attends(f.supervision());
      case SupervisionFact.TookOver f -> attends(f.supervision());
      case CallFact.LegRequested f when f.partner() != null ->
          booked.add(Truth.Pair.of(f.leg(), f.partner()));
      case CallFact.LegEnded f when f.source() == EndSource.SEEN -> {
        Long gone = truth.goneAtMicros(f.leg());
        if (gone != null && !truth.isSame(gone, at) && !truth.isSentOn(f.leg())) {
          wrong.add(f.leg() + " ended at " + gone + " and the books say " + at);
        }
      }
      case CallFact.LegEnded f -> unseen.put(f.leg(), at);
      case CallFact.EndWitnessed f -> {
        Long gone = truth.goneAtMicros(f.leg());
        if (gone == null || !truth.isSame(gone, at) || !unseen.containsKey(f.leg())) {
          wrong.add(f.leg() + " ended at " + gone + " and the witness said " + at);
        }
      }
      default -> {}
    }
  }

  /** Whoever comes to a conversation may be heard by those who came to it before. */
  private void read(TalkFact fact) {
    switch (fact) {
      case TalkFact.Opened f -> {
        comes(f.call(), f.customer());
        comes(f.call(), parts.get(f.offer()));
      }
      case TalkFact.Dialled f -> comes(f.call(), parts.get(f.offer()));
      case TalkFact.NumberRung f -> comes(f.call(), f.leg());
      case TalkFact.ConsultBegan f -> comes(f.call(), f.third().leg());
      case TalkFact.OtherLine f -> comes(f.call(), f.leg());
      case TalkFact.SentOn f -> comes(f.call(), f.third().leg());
      case TalkFact.Taken f -> comes(f.call(), parts.get(f.offer()));
      default -> {}
    }
  }

  private void comes(CallId call, @Nullable LegId leg) {
    if (leg != null) {
      Set<LegId> others = conversations.computeIfAbsent(call, id -> new HashSet<>());
      others.forEach(other -> booked.add(Truth.Pair.of(leg, other)));
      others.add(leg);
    }
  }

  private void attends(SupervisionId supervision) {
    LegId leg = supervisors.get(supervision);
    if (leg != null) {
      attending.add(leg);
    }
  }
}
