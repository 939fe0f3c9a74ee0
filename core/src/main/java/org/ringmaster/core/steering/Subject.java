// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.steering;

import java.util.Locale;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.queue.QueueId;

/** What a supervisor changes something at: an agent, a queue or a call. */
public record Subject(Kind kind, String name) {

  /** What kind of. */
  public enum Kind {
    /** An agent. */
    AGENT,
    /** A queue. */
    QUEUE,
    /** A call. */
    CALL
  }

  /** An agent. */
  public static Subject of(AgentId agent) {
    return new Subject(Kind.AGENT, agent.value());
  }

  /** A queue. */
  public static Subject of(QueueId queue) {
    return new Subject(Kind.QUEUE, queue.value());
  }

  /** A call. */
  public static Subject of(CallId call) {
    return new Subject(Kind.CALL, call.value());
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + name;
  }
}
