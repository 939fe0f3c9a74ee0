// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;

/** What is asked by supervisors, and what the configuration says of them. */
public sealed interface SupervisionInput extends Input {

  /** How supervision is done, as the configuration says now. */
  record PolicyRead(SupervisionPolicy policy) implements SupervisionInput {}

  /**
   * A supervisor wants to attend a talk, or to do something else at the one they attend. Exactly
   * one of agent and call is named.
   *
   * @param agent whose talk
   * @param call which talk
   * @param telephone what to ring; null for that of the agent whom the supervisor is
   * @param self the agent whom the supervisor is; null if none
   */
  record Attend(
      @Nullable AgentId agent,
      @Nullable CallId call,
      SupervisionMode mode,
      @Nullable TelephoneId telephone,
      @Nullable AgentId self,
      Author author)
      implements SupervisionInput {}

  /** A supervisor leaves the talk that they attend. */
  record Leave(@Nullable AgentId agent, @Nullable CallId call, Author author)
      implements SupervisionInput {}
}
