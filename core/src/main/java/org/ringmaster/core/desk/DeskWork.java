// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.desk;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;

/**
 * The contact that an agent works on, or worked on last.
 *
 * @param noteVersion counted from 1 with each change of the note; 0 where there is none
 * @param flags how many moments the agent has flagged
 * @param queue the queue whose contact it is; null for none, or one of an earlier version
 */
public record DeskWork(
    AgentId agent,
    CallId call,
    long noteVersion,
    @Nullable Personal note,
    @Nullable Disposition disposition,
    int flags,
    @Nullable QueueId queue) {

  static DeskWork begin(AgentId agent, CallId call, @Nullable QueueId queue) {
    return new DeskWork(agent, call, 0, null, null, 0, queue);
  }

  DeskWork noted(long version, Personal text) {
    return new DeskWork(agent, call, version, text, disposition, flags, queue);
  }

  DeskWork disposed(Disposition how) {
    return new DeskWork(agent, call, noteVersion, note, how, flags, queue);
  }

  DeskWork of(QueueId from) {
    return new DeskWork(agent, call, noteVersion, note, disposition, flags, from);
  }

  DeskWork flagged(int count) {
    return new DeskWork(agent, call, noteVersion, note, disposition, count, queue);
  }
}
