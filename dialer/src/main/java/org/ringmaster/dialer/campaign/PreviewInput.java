// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.dialer.list.ListId;

/** What agents and timers tell about the leads that are shown to them. */
public sealed interface PreviewInput extends Input {

  /** An agent wants the lead dialled that they look at; the list and the lead tell a stale key. */
  record Dial(AgentId agent, ListId list, int lead) implements PreviewInput {}

  /**
   * An agent does not want the lead dialled that they look at.
   *
   * @param reason why, in a word or two; empty for nothing
   */
  record Skip(AgentId agent, ListId list, int lead, String reason) implements PreviewInput {}

  /** An agent has looked as long as they may; the instant tells a stale one. */
  record Due(AgentId agent, long untilMicros) implements PreviewInput {}

  /** A trunk may take the lead now that an agent on the line waits for. */
  record DialDue(AgentId agent) implements PreviewInput {}
}
