// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.Ringing;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.kernel.Decision;

/** Brings waiting callers and free agents together. */
final class Matching {

  private final QueueBooks books;
  private final CallControl calls;
  private final Roster roster;

  Matching(QueueBooks books, CallControl calls, Roster roster) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
  }

  /** Offers a caller to the agents whom their queue's rule chooses among the free ones. */
  void match(EntryId id, Decision decision) {
    QueueEntry entry = books.entry(id);
    Queue queue = entry == null ? null : books.queue(entry.queue());
    if (entry == null || queue == null || !canBeOffered(entry, queue, decision.nowMicros())) {
      return;
    }
    Leg caller = calls.books().leg(entry.leg());
    if (caller == null || caller.hangUpAsked() || !calls.books().connected(entry.node())) {
      return;
    }
    List<Agent> free = free(queue, caller, decision.nowMicros());
    for (Agent agent : openFirst(queue.strategy().rule().choose(free))) {
      offer(entry, queue, agent.id(), decision);
    }
  }

  /**
   * Who waits can be offered; so can who is offered already, to more agents, in a queue that rings
   * all, until the longest wait is over: else new offers would put the overflow off for ever.
   */
  private boolean canBeOffered(QueueEntry entry, Queue queue, long nowMicros) {
    return switch (entry.state()) {
      case WAITING -> true;
      case OFFERED -> queue.strategy() == Strategy.RINGALL && !books.isOverdue(entry, nowMicros);
      case CONNECTED, OVER -> false;
    };
  }

  /**
   * An open telephone answers at once, so where one is among those to be rung no other needs to
   * ring.
   */
  private List<Agent> openFirst(List<Agent> chosen) {
    for (Agent agent : chosen) {
      if (roster.use(agent.id()) == TelephoneUse.OPEN) {
        return List.of(agent);
      }
    }
    return chosen;
  }

  /** A call lives on one node, so only agents whose telephones hang on the caller's are free. */
  private List<Agent> free(Queue queue, Leg caller, long nowMicros) {
    List<Agent> free = new ArrayList<>();
    for (AgentId id : books.agentsOf(queue.id())) {
      if (roster.isFree(id)
          && caller.node().equals(roster.nodeOf(id))
          && !books.isResting(id, nowMicros)) {
        Agent agent = Objects.requireNonNull(roster.books().agent(id));
        if (!Objects.equals(agent.telephone(), caller.telephone())) {
          free.add(agent);
        }
      }
    }
    return free;
  }

  private void offer(QueueEntry entry, Queue queue, AgentId agent, Decision decision) {
    Call call = calls.books().call(entry.call());
    OfferId offer =
        roster.offer(
            agent,
            new Ringing(
                entry.call(),
                call == null ? null : call.callerNumber(),
                call == null ? null : call.callerName()),
            queue.ringMillis(),
            queue.wrapUpMillis(),
            queue.autoPause(),
            decision);
    decision.record(new QueueFact.EntryOffered(entry.id(), offer, agent), decision.nowMicros());
  }

  /**
   * An agent may be free: whoever has waited longest in any of their queues is theirs; where nobody
   * waits without an offer, they help to ring where all are rung.
   */
  void serve(AgentId agent, Decision decision) {
    if (!roster.isFree(agent)) {
      return;
    }
    List<QueueId> queues = books.queuesOf(agent);
    QueueEntry last = null;
    do {
      last = books.lines().nextWaiting(queues, last);
      match(last, decision);
    } while (last != null && roster.isFree(agent));
    while (roster.isFree(agent)
        && (last = books.lines().nextOffered(queues, last, this::isRingall)) != null) {
      match(last, decision);
    }
  }

  private boolean isRingall(QueueEntry entry) {
    Queue queue = books.queue(entry.queue());
    return queue != null && queue.strategy() == Strategy.RINGALL;
  }

  private void match(@Nullable QueueEntry entry, Decision decision) {
    if (entry != null) {
      match(entry.id(), decision);
    }
  }

  /** Whoever waits in any queue is looked at anew, oldest first. */
  void matchAll(Decision decision) {
    List<QueueId> queues = List.copyOf(books.queues.keySet());
    QueueEntry entry = books.lines().nextWaiting(queues, null);
    while (entry != null) {
      match(entry.id(), decision);
      entry = books.lines().nextWaiting(queues, entry);
    }
  }
}
