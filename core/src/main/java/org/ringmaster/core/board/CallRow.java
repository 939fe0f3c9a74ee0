// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;

/**
 * A call as it stands now, or as it ended. Also its line in a snapshot.
 *
 * @param dialled the number of ours that a caller dialled; else empty
 * @param stageSinceMicros since when it is in this stage, epoch microseconds
 * @param queue the queue it waits in, or came through
 * @param agent the agent it talks with, or the last one rung for it
 * @param offers how many agents are being rung for it
 * @param callerName what the caller's exchange calls them: anything at all
 * @param handedBy the agent who handed it on or parked it last; null for nobody
 * @param slot the place where it is parked; 0 for none
 * @param outcome what became of it in the queue that it joined last; null while that is open, and
 *     for rows of earlier versions
 * @param called what an agent's telephone dialled, which may be anybody's number; else null
 */
public record CallRow(
    CallId id,
    NodeId node,
    Direction direction,
    String dialled,
    @Nullable TrunkId trunk,
    @Nullable Personal callerNumber,
    long startedAtMicros,
    CallStage stage,
    long stageSinceMicros,
    @Nullable QueueId queue,
    @Nullable AgentId agent,
    int offers,
    @Nullable Personal callerName,
    @Nullable AgentId handedBy,
    int slot,
    @Nullable CallOutcome outcome,
    @Nullable Personal called) {

  /** In a snapshot of before, what a telephone dialled stands in clear. */
  public CallRow {
    if (direction == Direction.INTERNAL) {
      called = Personal.orFormer(called, dialled);
      dialled = "";
    }
  }

  CallRow to(CallStage next, long atMicros) {
    long since = next == stage ? stageSinceMicros : atMicros;
    return with(next, since, queue, agent, next == CallStage.OFFERED ? offers : 0);
  }

  CallRow waitingIn(QueueId where, long atMicros) {
    return with(CallStage.WAITING, atMicros, where, null, 0).became(null);
  }

  CallRow offered(AgentId who, long atMicros) {
    long since = stage == CallStage.OFFERED ? stageSinceMicros : atMicros;
    return with(CallStage.OFFERED, since, queue, who, offers + 1);
  }

  CallRow unoffered(long atMicros) {
    if (stage != CallStage.OFFERED) {
      return this; // Another agent was quicker: they talk.
    }
    return offers > 1
        ? with(stage, stageSinceMicros, queue, agent, offers - 1)
        : with(CallStage.WAITING, atMicros, queue, null, 0);
  }

  CallRow talkingWith(AgentId who, long atMicros) {
    return with(CallStage.TALKING, atMicros, queue, who, 0);
  }

  /** An agent does something else with it than talk. */
  CallRow handled(CallStage next, @Nullable AgentId who, long atMicros) {
    return with(next, atMicros, queue, who, 0);
  }

  /** Something became of it in its queue, or is open again. */
  CallRow became(@Nullable CallOutcome what) {
    return copy(stage, stageSinceMicros, queue, agent, offers, handedBy, slot, what);
  }

  /** An agent handed it on or parked it. */
  CallRow handedBy(@Nullable AgentId who, int place) {
    AgentId by = who == null ? handedBy : who;
    return copy(stage, stageSinceMicros, queue, agent, offers, by, place, outcome);
  }

  private CallRow with(
      CallStage nextStage,
      long sinceMicros,
      @Nullable QueueId nextQueue,
      @Nullable AgentId nextAgent,
      int nextOffers) {
    return copy(nextStage, sinceMicros, nextQueue, nextAgent, nextOffers, handedBy, 0, outcome);
  }

  private CallRow copy(
      CallStage nextStage,
      long sinceMicros,
      @Nullable QueueId nextQueue,
      @Nullable AgentId nextAgent,
      int nextOffers,
      @Nullable AgentId by,
      int place,
      @Nullable CallOutcome what) {
    return new CallRow(
        id,
        node,
        direction,
        dialled,
        trunk,
        callerNumber,
        startedAtMicros,
        nextStage,
        sinceMicros,
        nextQueue,
        nextAgent,
        nextOffers,
        callerName,
        by,
        place,
        what,
        called);
  }
}
