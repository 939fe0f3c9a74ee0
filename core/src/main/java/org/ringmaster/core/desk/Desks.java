// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.desk;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.Queue;

/**
 * Keeps what agents write and say on their pages, and sees to it that nobody whose page sleeps,
 * hangs or is gone stays ready by it. Owned by the kernel thread.
 */
public final class Desks implements Decider {

  private static final long MICROS_PER_MILLI = 1_000;
  private static final int MAX_NOTE = 4_000;
  private static final int MAX_FLAGS = 100;

  private final Roster roster;
  private final Acd acd;
  private final DeskBooks books = new DeskBooks();

  /** The desks of these agents. */
  public Desks(Roster roster, Acd acd) {
    this.roster = roster;
    this.acd = acd;
  }

  /** What is on the desks now. */
  public DeskBooks books() {
    return books;
  }

  @Override
  public void decide(Input input, Decision decision) {
    if (!(input instanceof DeskInput deskInput)) {
      return;
    }
    switch (deskInput) {
      case DeskInput.DispositionsRead in -> {
        if (!in.dispositions().equals(books.dispositions())) {
          decision.record(new DispositionsConfigured(in.dispositions()));
        }
      }
      case DeskInput.SignIn in -> signIn(in, decision);
      case DeskInput.Resume in -> {
        String refusal = roster.unpause(in.agent(), decision);
        attendUnless(refusal, in.agent(), "", decision);
      }
      case DeskInput.PageSilent in -> silent(in.agent(), decision);
      case DeskInput.PageHeard in -> heard(in.agent(), decision);
      case DeskInput.KeepNote in -> answer(keepNote(in, decision), decision);
      case DeskInput.Dispose in -> answer(dispose(in, decision), decision);
      case DeskInput.FlagMoment in -> answer(flag(in, decision), decision);
    }
  }

  private static void answer(@Nullable String refusal, Decision decision) {
    if (refusal != null) {
      decision.refuse(refusal);
    }
  }

  private void signIn(DeskInput.SignIn in, Decision decision) {
    String refusal = roster.signIn(in.agent(), in.telephone(), decision);
    attendUnless(refusal, in.agent(), roster.warning(in.agent()), decision);
  }

  private void attendUnless(
      @Nullable String refusal, AgentId agent, String done, Decision decision) {
    if (refusal != null) {
      decision.refuse(refusal);
      return;
    }
    if (!books.attends(agent)) {
      decision.record(new DeskFact.PageAttends(agent));
    }
    decision.accept(done);
  }

  /** Told late it does no harm: who no longer takes callers by the page is passed over. */
  private void silent(AgentId id, Decision decision) {
    Agent agent = roster.books().agent(id);
    if (agent == null || !books.attends(id)) {
      return;
    }
    decision.record(new DeskFact.PageLost(id));
    if (agent.state() != AgentState.PAUSED) {
      roster.pause(id, PauseReason.PAGE_LOST, decision);
    }
  }

  /** Who still talks need not be paused after the talk; who was paused says so themselves. */
  private void heard(AgentId id, Decision decision) {
    Agent agent = roster.books().agent(id);
    if (agent != null && PauseReason.PAGE_LOST.equals(agent.pauseAsked())) {
      roster.unpause(id, decision);
      decision.record(new DeskFact.PageAttends(id));
    }
  }

  /** Also about the call before: what was written last may come when the next caller is there. */
  private @Nullable String keepNote(DeskInput.KeepNote in, Decision decision) {
    DeskWork work = books.work(in.agent(), in.call());
    if (work == null) {
      return otherWork(in.agent(), in.call());
    }
    if (in.seenVersion() != work.noteVersion()) {
      return "This note was changed on another page: look at it and write again.";
    }
    if (in.text().text().length() > MAX_NOTE) {
      return "A note has " + MAX_NOTE + " letters at most.";
    }
    long version = work.noteVersion();
    if (!in.text().equals(work.note())) {
      version++;
      decision.record(new DeskFact.NoteKept(in.call(), in.agent(), version, in.text()));
    }
    decision.accept(Long.toString(version));
    return null;
  }

  private @Nullable String dispose(DeskInput.Dispose in, Decision decision) {
    DeskWork work = books.work(in.agent());
    if (work == null || !work.call().equals(in.call())) {
      return otherWork(in.agent(), in.call());
    }
    String refusal = books.dispositions().refusal(in.disposition(), work.queue());
    if (refusal == null && !in.disposition().equals(work.disposition())) {
      decision.record(new DeskFact.Disposed(in.call(), in.agent(), in.disposition()));
    }
    if (refusal == null) {
      decision.accept("");
    }
    return refusal;
  }

  private @Nullable String flag(DeskInput.FlagMoment in, Decision decision) {
    DeskWork work = books.work(in.agent());
    if (work == null || !work.call().equals(in.call())) {
      return otherWork(in.agent(), in.call());
    }
    if (work.flags() >= MAX_FLAGS) {
      return "This call has " + MAX_FLAGS + " flags already.";
    }
    decision.record(new DeskFact.MomentFlagged(in.call(), in.agent(), work.flags() + 1));
    decision.accept("");
    return null;
  }

  private static String otherWork(AgentId agent, CallId call) {
    return "Agent " + agent + " does not work on call " + call + ", or no longer.";
  }

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      case AgentFact.WrapUpStarted started -> owes(started, decision);
      case DeskFact.Disposed disposed -> settled(disposed.agent(), disposed.call(), decision);
      case AgentFact.OfferEnded ended -> {
        Agent agent = roster.books().agent(ended.agent());
        if (agent != null && agent.state() == AgentState.AVAILABLE) {
          notSaid(ended.agent(), decision);
        }
      }
      case AgentFact.Freed freed -> notSaid(freed.agent(), decision);
      case AgentFact.Paused paused -> notSaid(paused.agent(), decision);
      case AgentFact.SignedOut out -> notSaid(out.agent(), decision);
      default -> {}
    }
  }

  /** Whoever works for a queue that wants to know stays in wrap-up until they have said it. */
  private void owes(AgentFact.WrapUpStarted started, Decision decision) {
    AgentId agent = started.agent();
    DeskWork work = books.work(agent);
    DispositionRule rule = work == null ? null : books.dispositions().ruleOf(work.queue());
    Queue queue = work == null || work.queue() == null ? null : acd.books().queue(work.queue());
    boolean isAsked = rule != null && rule.otherwise() != null && queue != null;
    if (work == null
        || queue == null
        || !isAsked
        || queue.work().forcedMillis() == 0
        || roster.books().owedBy(agent) != null) {
      return;
    }
    long wrapUpMillis = roster.books().wrapUpMillis(agent, queue.wrapUpMillis());
    long ends = decision.nowMicros() + wrapUpMillis * MICROS_PER_MILLI;
    if (work.disposition() == null) {
      long forced = decision.nowMicros() + queue.work().forcedMillis() * MICROS_PER_MILLI;
      long due = StrictMath.max(started.untilMicros(), forced);
      decision.record(new AgentFact.DispositionOwed(agent, work.call(), ends, due));
      if (due > started.untilMicros()) {
        roster.endsWrapUpAt(agent, due, decision); // Their own wrap-up is shorter than that.
      }
    } else if (ends < started.untilMicros()) {
      roster.endsWrapUpAt(agent, ends, decision); // They said it during the talk.
    }
  }

  private void settled(AgentId agent, CallId call, Decision decision) {
    if (call.equals(roster.books().owedBy(agent))) {
      long ends = roster.wrapUpEndsMicros(agent);
      decision.record(new AgentFact.DispositionSettled(agent, call));
      roster.endsWrapUpAt(agent, ends, decision);
    }
  }

  /** The time is over, or the agent gone, and nobody has said what it was. */
  private void notSaid(AgentId agent, Decision decision) {
    CallId call = roster.books().owedBy(agent);
    if (call == null) {
      return;
    }
    decision.record(new AgentFact.DispositionSettled(agent, call));
    DeskWork work = books.work(agent, call);
    DispositionRule rule = work == null ? null : books.dispositions().ruleOf(work.queue());
    if (work != null && work.disposition() == null && rule != null && rule.otherwise() != null) {
      decision.record(new DeskFact.DispositionDefaulted(call, agent, rule.otherwise()));
      decision.record(new DeskFact.Disposed(call, agent, rule.otherwise()));
    }
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    books.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    books.restore(entity);
  }
}
