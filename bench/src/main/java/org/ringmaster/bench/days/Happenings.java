// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.Choice;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.supervision.SupervisionFact;
import org.ringmaster.core.talk.TalkFact;

/** How often what happened, in words. Not thread-safe. */
final class Happenings {
  private static final long SHORT_MILLIS = 5_000;

  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<EntryId, AgentId> wanted = new HashMap<>();

  void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  void add(Happenings other) {
    other.counts.forEach((what, many) -> counts.merge(what, many, Long::sum));
  }

  /** All counts by what happened. */
  Map<String, Long> counts() {
    return counts;
  }

  /** Counts a fact that people care about. */
  void read(Fact fact) {
    switch (fact) {
      case QueueFact f -> read(f);
      case CallbackFact f -> read(f);
      case TalkFact f -> read(f);
      case SupervisionFact f -> read(f);
      case AgentFact.Paused f -> count("agent paused: " + f.reason());
      case AgentFact.OfferEnded f -> count("ring in vain: " + words(f.end()));
      default -> {}
    }
  }

  private void read(QueueFact fact) {
    switch (fact) {
      case QueueFact.EntryJoined f -> {
        count("joined a queue");
        if (f.wanted() != null) {
          count("kept for the agent they had before");
          wanted.put(f.entry(), f.wanted());
        }
      }
      case QueueFact.NotJoined f -> count("not let in: " + words(f.reason()));
      case QueueFact.EntryHeldBack f -> count("held back by the reserve of another queue");
      case QueueFact.EntryOffered f -> {
        if (f.choice() != null && f.choice().why() == Choice.Why.RESERVE_MET) {
          count("rung because a reserve could spare the agent");
        }
        if (f.choice() != null && f.choice().why() == Choice.Why.RELAXED) {
          count("rung because the wait had relaxed the rules");
        }
        if (f.agent().equals(wanted.get(f.entry()))) {
          count("rung: the agent they had before");
        }
      }
      case QueueFact.EntryConnected f -> {
        count("answered");
        wanted.remove(f.entry());
      }
      case QueueFact.EntryReturned f -> count("agent lost before a word, back in line");
      case QueueFact.EntryAbandoned f -> {
        boolean isShort = f.waitedMillis() < SHORT_MILLIS;
        count("abandoned " + (f.whileRinging() ? "while ringing" : "waiting"));
        if (isShort) {
          count("abandoned: of these within five seconds");
        }
        wanted.remove(f.entry());
      }
      case QueueFact.EntryOverflowed f -> {
        wanted.remove(f.entry());
        count(
            f.target().kind() == Overflow.Kind.CALLBACK
                ? "left the line for a callback"
                : "flowed out: " + (f.reason() == null ? "on" : words(f.reason())));
      }
      case QueueFact.CallerTold f -> count("announcement");
      case QueueFact.WhisperStarted f -> count("whisper");
      default -> {}
    }
  }

  private void read(CallbackFact fact) {
    switch (fact) {
      case CallbackFact.Taken f -> count("callback taken");
      case CallbackFact.Dialled f -> count("callback dialled");
      case CallbackFact.TryFailed f -> count("callback dialled in vain: " + words(f.outcome()));
      case CallbackFact.Reached f -> count("callback reached");
      case CallbackFact.CameInPerson f -> count("callback: rang again in person");
      case CallbackFact.Ended f -> count("callback over: " + words(f.end()));
      default -> {}
    }
  }

  private void read(TalkFact fact) {
    switch (fact) {
      case TalkFact.Held f -> count("held");
      case TalkFact.SentToQueue f -> count("transfer to a queue");
      case TalkFact.SentOn f ->
          count(
              f.back()
                  ? "transfer: back to the agent"
                  : f.to().agent() == null ? "transfer to a number" : "transfer to an agent");
      case TalkFact.Taken f -> count("transfer: taken");
      case TalkFact.SentBack f -> count("transfer: back to the queue");
      case TalkFact.ConsultBegan f -> count("consult");
      case TalkFact.ConsultAnswered f -> count("consult: answered");
      case TalkFact.GivenTo f -> count("consult: customer given to an agent");
      case TalkFact.PassedOn f -> count("consult: customer passed to a number");
      case TalkFact.Swapped f -> count("consult: swapped");
      case TalkFact.Joined f -> count("conference");
      case TalkFact.Parked f -> count("parked");
      default -> {}
    }
  }

  private void read(SupervisionFact fact) {
    switch (fact) {
      case SupervisionFact.Listened f -> count("supervisor listens");
      case SupervisionFact.Whispered f -> count("supervisor whispers");
      case SupervisionFact.Barged f -> count("supervisor joins in");
      case SupervisionFact.TookOver f -> count("supervisor takes over");
      default -> {}
    }
  }

  private static String words(Object value) {
    return String.valueOf(value).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
