// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.steering;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueId;

/**
 * What supervisors have done. Each stands before the facts that come of it; who did it is the
 * author, null where time or the file did.
 */
public sealed interface SteeringFact extends Fact {

  /** Who did it; null where time or the file did. */
  @Nullable Author author();

  /** An agent was paused, or will be after the call they are on. */
  record AgentPaused(AgentId agent, PauseReason reason, Author author) implements SteeringFact {}

  /** An agent's pause was ended. */
  record AgentUnpaused(AgentId agent, Author author) implements SteeringFact {}

  /** An agent was signed out, at once or after the call they are on. */
  record AgentSignedOut(AgentId agent, boolean now, Author author) implements SteeringFact {}

  /** An agent serves a queue, or does not, for a while. */
  record AgentMoved(Seat seat, Author author) implements SteeringFact {}

  /** An agent serves a queue as the file says. */
  record AgentRestored(AgentId agent, QueueId queue, @Nullable Author author)
      implements SteeringFact {}

  /**
   * An agent is rung for a call because a supervisor wants them to have it.
   *
   * @param from who talked in it; null where it waited
   */
  record CallPulled(CallId call, @Nullable AgentId from, AgentId to, Author author)
      implements SteeringFact {}

  /**
   * A call was sent to another queue.
   *
   * @param from where it waited, or which it had come through
   */
  record CallRequeued(CallId call, @Nullable QueueId from, QueueId to, Author author)
      implements SteeringFact {}

  /** A waiting call was made more or less urgent. */
  record CallPrioritised(CallId call, EntryId entry, int priority, Author author)
      implements SteeringFact {}

  /** A queue was opened or closed; until 0 is until somebody changes it. */
  record DoorSet(QueueId queue, boolean open, long untilMicros, Author author)
      implements SteeringFact {}

  /** A queue is open and closed by its calendar again. */
  record DoorRestored(QueueId queue, @Nullable Author author) implements SteeringFact {}
}
