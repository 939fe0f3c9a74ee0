// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Input;

/** What people and timers tell about agents. */
public sealed interface AgentInput extends Input {

  /** The agents that the configuration names now. */
  record AgentsRead(List<AgentProfile> agents) implements AgentInput {}

  /** The reasons to pause that the configuration names now. */
  record PauseReasonsRead(PauseReasons reasons) implements AgentInput {}

  /** Sign an agent in, on the telephone named or on their own. */
  record SignIn(AgentId agent, @Nullable TelephoneId telephone) implements AgentInput {}

  /** Sign an agent out, after the call they are on. */
  record SignOut(AgentId agent) implements AgentInput {}

  /** Pause an agent, after the call they are on. */
  record Pause(AgentId agent, PauseReason reason) implements AgentInput {}

  /** End an agent's pause. */
  record Unpause(AgentId agent) implements AgentInput {}

  /** End an agent's wrap-up early. */
  record EndWrapUp(AgentId agent) implements AgentInput {}

  /** Extend an agent's wrap-up, as their queue allows. */
  record ExtendWrapUp(AgentId agent) implements AgentInput {}

  /** A pause has lasted as long as is allowed; the instant tells a stale one. */
  record PauseLimitDue(AgentId agent, long sinceMicros) implements AgentInput {}

  /** An offer has rung long enough. */
  record OfferDue(OfferId offer) implements AgentInput {}

  /** A wrap-up has lasted long enough; the instant tells a stale one. */
  record WrapUpDue(AgentId agent, long untilMicros) implements AgentInput {}
}
