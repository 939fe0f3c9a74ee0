// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decision;

/** What agents do between a talk and the next caller, and when they are done with it. */
final class WrappingUp {

  private static final long MICROS_PER_MILLI = 1_000;

  private final Roster roster;
  private final AgentBooks books;
  private final Attendance attendance;

  WrappingUp(Roster roster, Attendance attendance) {
    this.roster = roster;
    this.books = roster.books();
    this.attendance = attendance;
  }

  /** An agent's talk is over. */
  void afterTalk(Agent agent, OfferTerms terms, Decision decision) {
    long until = decision.nowMicros() + terms.wrapUpMillis() * MICROS_PER_MILLI;
    WorkBooks.Owing owing = books.work.owing(agent.id());
    if (owing != null) {
      until = StrictMath.max(until, owing.dueMicros()); // Of the call before this one.
    }
    if (agent.signOutAsked()) {
      attendance.signedOut(agent, decision);
    } else if (until > decision.nowMicros() && !roster.isWithoutTelephone(agent)) {
      decision.record(
          new AgentFact.WrapUpStarted(
              agent.id(), until, terms.extensionMillis(), terms.extensions()));
      decision.remindAt(until, new AgentInput.WrapUpDue(agent.id(), until));
    } else {
      free(agent, decision);
    }
  }

  void due(AgentInput.WrapUpDue in, Decision decision) {
    Agent agent = books.agent(in.agent());
    if (agent != null
        && agent.state() == AgentState.WRAP_UP
        && agent.wrapUpUntilMicros() == in.untilMicros()) {
      free(agent, decision);
    }
  }

  /** Ends a wrap-up early; why not, as a sentence, or null when it is done. */
  @Nullable String end(AgentId id, Decision decision) {
    Agent agent = books.agent(id);
    if (agent == null || agent.state() != AgentState.WRAP_UP) {
      return "Agent " + id + " is not in wrap-up.";
    }
    if (books.work.owing(id) != null) {
      return "Agent " + id + " must say first what the contact was.";
    }
    free(agent, decision);
    return null;
  }

  /** Extends a wrap-up; why not, as a sentence, or null when it is done. */
  @Nullable String extend(AgentId id, Decision decision) {
    Agent agent = books.agent(id);
    if (agent == null || agent.state() != AgentState.WRAP_UP) {
      return "Agent " + id + " is not in wrap-up.";
    }
    WorkBooks.Extending extending = books.work.extending(id);
    if (extending == null || extending.left() < 1) {
      return "Agent " + id + " may not extend this wrap-up" + (extending == null ? "." : " again.");
    }
    long until = agent.wrapUpUntilMicros() + extending.millis() * MICROS_PER_MILLI;
    decision.record(new AgentFact.WrapUpMoved(id, until, true));
    decision.remindAt(until, new AgentInput.WrapUpDue(id, until));
    return null;
  }

  /** What an agent owed is settled: their wrap-up ends at an instant, which may be past. */
  void endsAt(AgentId id, long untilMicros, Decision decision) {
    Agent agent = books.agent(id);
    if (agent == null || agent.state() != AgentState.WRAP_UP) {
      return;
    }
    if (untilMicros <= decision.nowMicros()) {
      free(agent, decision);
    } else {
      decision.record(new AgentFact.WrapUpMoved(id, untilMicros, false));
      decision.remindAt(untilMicros, new AgentInput.WrapUpDue(id, untilMicros));
    }
  }

  private void free(Agent agent, Decision decision) {
    if (agent.signOutAsked()) {
      attendance.signedOut(agent, decision);
    } else if (agent.pauseAsked() != null) {
      decision.record(new AgentFact.Paused(agent.id(), agent.pauseAsked()));
    } else if (roster.isWithoutTelephone(agent)) {
      decision.record(new AgentFact.Paused(agent.id(), PauseReason.TELEPHONE_LOST));
    } else {
      decision.record(new AgentFact.Freed(agent.id()));
    }
  }
}
