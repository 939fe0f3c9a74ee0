// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.routing.Strategy;

/**
 * Why an agent was chosen for a caller, and why at that moment: enough to say it in a sentence.
 *
 * @param strategy the queue's
 * @param why what brought the two together
 * @param free how many agents could have been chosen
 * @param next who would have been chosen else; null where there was nobody else
 * @param penalty the agent's penalty in the queue
 * @param fit how well the agent has what the queue asks for
 * @param idleMillis how long the agent had had no caller
 * @param waitedMillis how long the caller had waited, earlier waits included
 * @param waiting how many waited in the queue, this caller included
 */
public record Choice(
    Strategy strategy,
    Why why,
    int free,
    @Nullable AgentId next,
    int penalty,
    int fit,
    long idleMillis,
    long waitedMillis,
    int waiting) {

  /** What brought caller and agent together. */
  public enum Why {
    /** The caller came, and agents were free. */
    CALLER_CAME,
    /** An agent became free. */
    AGENT_FREE,
    /** The caller had waited so long that other agents may answer. */
    RELAXED,
    /** Another agent did not answer. */
    TRIED_AGAIN,
    /** So many agents are free again that none of them needs to be kept for another queue. */
    RESERVE_MET,
    /** A supervisor wanted the caller to have this very agent. */
    PULLED,
    /** The agent wanted to call them. */
    OWN_CALL
  }
}
