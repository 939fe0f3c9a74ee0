// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Reach;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.medium.Medium;
import org.ringmaster.core.routing.Emptiness;

/** Whether anybody is there for a queue's callers, as app_queue's factors count it. */
final class Presence {

  private final QueueBooks books;
  private final CallControl calls;
  private final Roster roster;

  Presence(QueueBooks books, CallControl calls, Roster roster) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
  }

  /**
   * Whether nobody counts as being there; never so without factors. Who is signed in on a telephone
   * of another node, or takes no calls, cannot be given the caller and never counts.
   *
   * @param node the caller's; null for any
   * @param waitedMillis how long the caller has waited, for the penalty they may have
   */
  boolean isEmpty(Queue queue, List<Emptiness> factors, @Nullable NodeId node, long waitedMillis) {
    if (factors.isEmpty()) {
      return false;
    }
    for (AgentId id : books.staff().ordersIn(queue.id()).keySet()) {
      Agent agent = roster.books().agent(id);
      if (agent != null
          && agent.state() != AgentState.SIGNED_OUT
          && roster.books().takes(id, Medium.VOICE)
          && isOn(node, id)
          && factors.stream().noneMatch(factor -> applies(factor, agent, queue, waitedMillis))) {
        return false;
      }
    }
    return true;
  }

  private boolean isOn(@Nullable NodeId node, AgentId agent) {
    NodeId theirs = roster.nodeOf(agent);
    return node == null || theirs == null || theirs.equals(node);
  }

  private boolean applies(Emptiness factor, Agent agent, Queue queue, long waitedMillis) {
    Telephone telephone =
        agent.telephone() == null ? null : calls.books().telephone(agent.telephone());
    return switch (factor) {
      case PAUSED -> agent.state() == AgentState.PAUSED;
      case PENALTY ->
          !queue
              .routing()
              .penaltiesAfter(waitedMillis)
              .allows(queue.routing().penaltyOf(agent.id()));
      case INUSE ->
          agent.state() == AgentState.ON_CALL
              || (telephone != null && calls.books().isEngaged(telephone.id()));
      case RINGING -> agent.state() == AgentState.OFFERED;
      case UNAVAILABLE ->
          agent.state() == AgentState.SIGNING_IN
              || (telephone != null
                  && (!calls.books().connected(telephone.node())
                      || calls.books().reachOf(telephone.id()) == Reach.UNREACHABLE));
      case INVALID -> telephone == null;
      case UNKNOWN -> telephone != null && calls.books().reachOf(telephone.id()) == Reach.UNKNOWN;
      case WRAPUP -> agent.state() == AgentState.WRAP_UP;
    };
  }
}
