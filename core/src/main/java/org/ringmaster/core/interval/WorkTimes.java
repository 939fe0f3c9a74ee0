// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/** What agents did, how long and for which queue. Owned by the thread that folds. */
final class WorkTimes implements Fold {

  /**
   * An agent who is signed in; also their line in a snapshot.
   *
   * @param sinceMicros since when they do this work, epoch microseconds
   * @param queue for which queue
   * @param leg on which leg they are rung or talk
   * @param heard whether they have talked with the caller in hand
   */
  record Worker(
      AgentId agent,
      Work work,
      long sinceMicros,
      @Nullable QueueId queue,
      @Nullable LegId leg,
      boolean heard) {}

  private final Ledger<AgentId, AgentFigure> ofAgents;
  private final Ledger<QueueId, QueueFigure> ofQueues;
  private final CallerTimes callers;
  private final Map<AgentId, Worker> workers = new LinkedHashMap<>();
  private final Map<LegId, AgentId> onLegs = new LinkedHashMap<>();

  WorkTimes(
      Ledger<AgentId, AgentFigure> ofAgents,
      Ledger<QueueId, QueueFigure> ofQueues,
      CallerTimes callers) {
    this.ofAgents = ofAgents;
    this.ofQueues = ofQueues;
    this.callers = callers;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case AgentFact.SignedIn f ->
          put(new Worker(f.agent(), Work.SIGNING_IN, Moment.of(envelope), null, null, false));
      case AgentFact.Ready f -> rest(f.agent(), Work.IDLE, envelope);
      case AgentFact.Unpaused f -> rest(f.agent(), Work.IDLE, envelope);
      case AgentFact.Freed f -> rest(f.agent(), Work.IDLE, envelope);
      case AgentFact.OfferEnded f -> rest(f.agent(), Work.IDLE, envelope);
      case AgentFact.Paused f -> rest(f.agent(), Work.PAUSED, envelope);
      case AgentFact.Reconnecting f -> rest(f.agent(), Work.SIGNING_IN, envelope);
      case AgentFact.OfferMade f -> rung(f, envelope);
      case QueueFact.EntryOffered f -> serves(f);
      case AgentFact.TalkBegan f -> talks(f.agent(), envelope);
      case CallFact.LegHeld f -> held(f, envelope);
      case AgentFact.WrapUpStarted f -> wrapsUp(f.agent(), envelope);
      case AgentFact.SignedOut f -> goes(f.agent(), envelope);
      case AgentFact.Removed f -> goes(f.agent(), envelope);
      default -> {}
    }
  }

  /** The work in hand is done, if there was any, and what follows is for no queue. */
  private void rest(AgentId agent, Work next, Envelope envelope) {
    Worker worker = workers.get(agent);
    if (worker != null) {
      long at = done(worker, envelope);
      close(worker, at);
      put(new Worker(agent, next, at, null, null, false));
    }
  }

  private void rung(AgentFact.OfferMade f, Envelope envelope) {
    Worker worker = workers.get(f.agent());
    if (worker != null) {
      long at = done(worker, envelope);
      close(worker, at); // A direct offer may end a wrap-up.
      put(new Worker(f.agent(), Work.RINGING, at, null, f.leg(), false));
    }
  }

  private void serves(QueueFact.EntryOffered f) {
    Worker worker = workers.get(f.agent());
    if (worker != null) {
      QueueId queue = callers.queueOf(f.entry());
      put(
          new Worker(
              f.agent(), worker.work(), worker.sinceMicros(), queue, worker.leg(), worker.heard()));
    }
  }

  private void talks(AgentId agent, Envelope envelope) {
    Worker worker = workers.get(agent);
    if (worker != null && worker.leg() != null) {
      Work next = callers.isHolding(worker.leg()) ? Work.HOLDING : Work.TALKING;
      put(new Worker(agent, next, done(worker, envelope), worker.queue(), worker.leg(), true));
    }
  }

  private void held(CallFact.LegHeld f, Envelope envelope) {
    AgentId agent = onLegs.get(f.leg());
    Worker worker = agent == null ? null : workers.get(agent);
    if (worker != null && worker.work().isTalk()) {
      Work next = f.held() ? Work.HOLDING : Work.TALKING;
      long at = done(worker, envelope);
      put(new Worker(worker.agent(), next, at, worker.queue(), worker.leg(), true));
    }
  }

  private void wrapsUp(AgentId agent, Envelope envelope) {
    Worker worker = workers.get(agent);
    if (worker != null) {
      long at = done(worker, envelope);
      put(new Worker(agent, Work.WRAPPING_UP, at, worker.queue(), null, worker.heard()));
    }
  }

  private void goes(AgentId agent, Envelope envelope) {
    Worker worker = workers.get(agent);
    if (worker != null) {
      close(worker, done(worker, envelope));
      workers.remove(agent);
      forgetLeg(worker);
    }
  }

  /** A contact that was talked with is handled when the agent has done with it. */
  private void close(Worker worker, long atMicros) {
    if (!worker.heard()) {
      return;
    }
    Interval interval = Interval.of(atMicros);
    ofAgents.add(worker.agent(), interval, AgentFigure.HANDLED, 1);
    if (worker.queue() != null) {
      ofQueues.add(worker.queue(), interval, QueueFigure.HANDLED, 1);
    }
  }

  /** Writes the time of the work in hand; when it ended, epoch microseconds. */
  private long done(Worker worker, Envelope envelope) {
    long at = Moment.of(envelope, worker.sinceMicros());
    QueueFigure ofQueue = worker.work().ofQueue();
    Interval.split(
        worker.sinceMicros(),
        at,
        (interval, micros) -> {
          ofAgents.add(worker.agent(), interval, worker.work().ofAgent(), micros);
          if (ofQueue != null && worker.queue() != null) {
            ofQueues.add(worker.queue(), interval, ofQueue, micros);
          }
        });
    return at;
  }

  /** Adds what an agent does just now. */
  void addOpen(AgentId agent, Interval wanted, long nowMicros, Tally<AgentFigure> sums) {
    Worker worker = workers.get(agent);
    if (worker != null) {
      sums.add(worker.work().ofAgent(), openMicros(worker, wanted, nowMicros));
    }
  }

  /** Adds what is done for a queue just now. */
  void addOpen(QueueId queue, Interval wanted, long nowMicros, Tally<QueueFigure> sums) {
    for (Worker worker : workers.values()) {
      QueueFigure figure = worker.work().ofQueue();
      if (queue.equals(worker.queue()) && figure != null) {
        sums.add(figure, openMicros(worker, wanted, nowMicros));
      }
    }
  }

  /** Adds the intervals that reach from the begin of what is done just now until now. */
  void addOpen(long nowMicros, Set<Interval> intervals) {
    for (Worker worker : workers.values()) {
      Interval.split(
          worker.sinceMicros(), nowMicros, (interval, micros) -> intervals.add(interval));
    }
  }

  /** Who is signed in. */
  Set<AgentId> agents() {
    return workers.keySet();
  }

  private static long openMicros(Worker worker, Interval wanted, long nowMicros) {
    long from = Math.max(worker.sinceMicros(), wanted.beginMicros());
    return Math.max(0, Math.min(nowMicros, wanted.endMicros()) - from);
  }

  private void put(Worker worker) {
    Worker before = workers.put(worker.agent(), worker);
    if (before != null) {
      forgetLeg(before);
    }
    if (worker.leg() != null) {
      onLegs.put(worker.leg(), worker.agent());
    }
  }

  private void forgetLeg(Worker worker) {
    if (worker.leg() != null) {
      onLegs.remove(worker.leg(), worker.agent());
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    workers.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    if (entity instanceof Worker worker) {
      put(worker);
    }
  }
}
