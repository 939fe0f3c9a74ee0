// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.QueueId;

/**
 * What has become true of conversations that agents do more with than talk. An author is who asked
 * for it: the agent, a supervisor, a program; null where the telephone or nobody did.
 */
public sealed interface TalkFact extends Fact {

  /** The call that it is about. */
  CallId call();

  /** An agent who talks with a customer begins to do more with the conversation. */
  record Opened(CallId call, LegId customer, AgentId agent, OfferId offer, Origin origin)
      implements TalkFact {}

  /** The customer hears music, the agent is on their own. */
  record Held(CallId call, AgentId agent, boolean byTelephone, @Nullable String author)
      implements TalkFact {}

  /** Agent and customer hear each other again. */
  record Resumed(CallId call, AgentId agent, @Nullable String author) implements TalkFact {}

  /**
   * The customer waits in a queue now, at the place that their wait has earned; the agent's part is
   * over.
   */
  record SentToQueue(
      CallId call, AgentId agent, QueueId queue, long creditMillis, @Nullable String author)
      implements TalkFact {}

  /** Nothing more is to be done with it. */
  record Ended(CallId call) implements TalkFact {}
}
