// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.desk;

import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;

/** What has become true on agents' pages. */
public sealed interface DeskFact extends Fact {

  /** The agent takes callers by their page: without it they are paused. */
  record PageAttends(AgentId agent) implements DeskFact {}

  /** That page has gone silent, and the agent no longer takes callers by it. */
  record PageLost(AgentId agent) implements DeskFact {}

  /** What an agent writes about a contact is this now. */
  record NoteKept(CallId call, AgentId agent, long version, Personal text) implements DeskFact {}

  /** An agent says what a contact was; may say otherwise later. */
  record Disposed(CallId call, AgentId agent, Disposition disposition) implements DeskFact {}

  /** The agent did not say in time what a contact was; the queue's own word holds. */
  record DispositionDefaulted(CallId call, AgentId agent, Disposition disposition)
      implements DeskFact {}

  /**
   * An agent wants this moment of a call to be found again.
   *
   * @param number counted from 1 over the agent's work on the call
   */
  record MomentFlagged(CallId call, AgentId agent, int number) implements DeskFact {}
}
