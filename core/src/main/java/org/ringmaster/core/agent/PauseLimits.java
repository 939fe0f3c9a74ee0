// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decision;

/** Whether a pause is more than is allowed: refuses it, or records that it is. */
final class PauseLimits {

  private static final long MICROS_PER_MILLI = 1_000;
  private static final long MILLIS_PER_MINUTE = 60_000;

  private final AgentBooks books;
  private Colleagues colleagues = Colleagues.NONE;

  PauseLimits(AgentBooks books) {
    this.books = books;
  }

  void knows(Colleagues who) {
    colleagues = who;
  }

  /** Why an agent may not have a pause that begins now, as a sentence; null where they may. */
  @Nullable String refusal(AgentId agent, PauseReason reason, long nowMicros) {
    PauseLimit limit = books.pauseReasons.limit(reason);
    PauseLimit.Kind kind = limit.refuses() ? excess(agent, reason, nowMicros) : null;
    return kind == null ? null : words(kind, agent, reason, limit);
  }

  private PauseLimit.@Nullable Kind excess(AgentId agent, PauseReason reason, long nowMicros) {
    PauseLimit limit = books.pauseReasons.limit(reason);
    if (isSo(agent, reason)) {
      return null; // They have it already.
    }
    if (limit.mostADayMillis() > 0 && leftOfDay(agent, reason, limit, nowMicros) <= 0) {
      return PauseLimit.Kind.DAY;
    }
    if (limit.atOnce() > 0 && count(books.agents.keySet(), agent, reason) >= limit.atOnce()) {
      return PauseLimit.Kind.AT_ONCE;
    }
    if (limit.ofQueue() > 0) {
      for (Collection<AgentId> group : colleagues.of(agent)) {
        if (count(group, agent, reason) >= limit.ofQueue()) {
          return PauseLimit.Kind.OF_QUEUE;
        }
      }
    }
    return null;
  }

  private long leftOfDay(AgentId agent, PauseReason reason, PauseLimit limit, long nowMicros) {
    String zone = books.pauseReasons.zone();
    return limit.mostADayMillis() - books.pauses.hadMillis(agent, reason, zone, nowMicros);
  }

  private int count(Collection<AgentId> among, AgentId but, PauseReason reason) {
    int count = 0;
    for (AgentId id : among) {
      count += !id.equals(but) && isSo(id, reason) ? 1 : 0;
    }
    return count;
  }

  private boolean isSo(AgentId id, PauseReason reason) {
    Agent agent = books.agent(id);
    boolean isPaused = agent != null && agent.state() == AgentState.PAUSED;
    return agent != null
        && (isPaused ? reason.equals(agent.reason()) : reason.equals(agent.pauseAsked()));
  }

  private static String words(
      PauseLimit.Kind kind, AgentId agent, PauseReason reason, PauseLimit limit) {
    return switch (kind) {
      case LENGTH -> "Agent " + agent + " is paused for " + reason + " too long.";
      case DAY ->
          "Agent "
              + agent
              + " has had the "
              + limit.mostADayMillis() / MILLIS_PER_MINUTE
              + " minutes of "
              + reason
              + " that a day has.";
      case AT_ONCE ->
          "Only " + limit.atOnce() + " may be paused for " + reason + " at once: try again later.";
      case OF_QUEUE ->
          "Only "
              + limit.ofQueue()
              + " of a queue may be paused for "
              + reason
              + " at once: try again later.";
    };
  }

  /** A pause has begun: more than is allowed is recorded, now or when it is. */
  void began(AgentFact.Paused paused, Decision decision) {
    PauseLimit limit = books.pauseReasons.limit(paused.reason());
    PauseBooks.Pausing pausing = books.pauses.pausing(paused.agent());
    if (pausing == null || pausing.sinceMicros() != decision.nowMicros()) {
      return; // They had it already.
    }
    PauseLimit.Kind kind = excessBeside(paused, limit);
    if (kind != null) {
      decision.record(new AgentFact.PauseOverrun(paused.agent(), paused.reason(), kind));
    }
    remind(pausing, decision);
  }

  private PauseLimit.@Nullable Kind excessBeside(AgentFact.Paused paused, PauseLimit limit) {
    if (limit.atOnce() > 0
        && count(books.agents.keySet(), paused.agent(), paused.reason()) >= limit.atOnce()) {
      return PauseLimit.Kind.AT_ONCE;
    }
    if (limit.ofQueue() > 0) {
      for (Collection<AgentId> group : colleagues.of(paused.agent())) {
        if (count(group, paused.agent(), paused.reason()) >= limit.ofQueue()) {
          return PauseLimit.Kind.OF_QUEUE;
        }
      }
    }
    return null;
  }

  /** When an agent's pause becomes too long; 0 for never. */
  long dueMicros(AgentId agent) {
    PauseBooks.Pausing pausing = books.pauses.pausing(agent);
    if (pausing == null) {
      return 0;
    }
    PauseLimit limit = books.pauseReasons.limit(pausing.reason());
    long length = limit.mostMillis() > 0 ? limit.mostMillis() : Long.MAX_VALUE;
    long day =
        limit.mostADayMillis() > 0
            ? StrictMath.max(0, leftOfDay(agent, pausing.reason(), limit, pausing.sinceMicros()))
            : Long.MAX_VALUE;
    long least = StrictMath.min(length, day);
    return least == Long.MAX_VALUE ? 0 : pausing.sinceMicros() + least * MICROS_PER_MILLI;
  }

  void remind(PauseBooks.Pausing pausing, Decision decision) {
    long due = dueMicros(pausing.agent());
    if (due > 0) {
      decision.remindAt(due, new AgentInput.PauseLimitDue(pausing.agent(), pausing.sinceMicros()));
    }
  }

  void due(AgentInput.PauseLimitDue in, Decision decision) {
    PauseBooks.Pausing pausing = books.pauses.pausing(in.agent());
    long due = dueMicros(in.agent());
    if (pausing == null
        || pausing.sinceMicros() != in.sinceMicros()
        || pausing.told()
        || due == 0
        || due > decision.nowMicros()) {
      return;
    }
    PauseLimit limit = books.pauseReasons.limit(pausing.reason());
    boolean isLength =
        limit.mostMillis() > 0
            && pausing.sinceMicros() + limit.mostMillis() * MICROS_PER_MILLI
                <= decision.nowMicros();
    decision.record(
        new AgentFact.PauseOverrun(
            in.agent(), pausing.reason(), isLength ? PauseLimit.Kind.LENGTH : PauseLimit.Kind.DAY));
  }

  void remindAgain(Decision decision) {
    for (AgentId agent : books.agents.keySet()) {
      PauseBooks.Pausing pausing = books.pauses.pausing(agent);
      if (pausing != null && !pausing.told()) {
        remind(pausing, decision); // At once, if it became too long while nobody was there.
      }
    }
  }
}
