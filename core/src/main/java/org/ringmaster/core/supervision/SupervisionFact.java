// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;

/** What has become true of supervisors at talks of others. The author is the supervisor. */
public sealed interface SupervisionFact extends Fact {

  /** A supervisor's telephone is rung so that they can attend a talk. */
  record Asked(
      SupervisionId supervision,
      CallId call,
      AgentId agent,
      OfferId offer,
      LegId leg,
      TelephoneId telephone,
      SupervisionMode mode,
      Author author)
      implements SupervisionFact {}

  /** From here on they hear the talk, through the snoop leg. */
  record Listened(
      SupervisionId supervision,
      CallId call,
      AgentId agent,
      LegId snoop,
      BridgeId bridge,
      Author author)
      implements SupervisionFact {}

  /** From here on they hear the talk and are heard by the agent, through the snoop leg. */
  record Whispered(
      SupervisionId supervision,
      CallId call,
      AgentId agent,
      LegId snoop,
      BridgeId bridge,
      Author author)
      implements SupervisionFact {}

  /** From here on they are in the talk. */
  record Barged(SupervisionId supervision, CallId call, AgentId agent, Author author)
      implements SupervisionFact {}

  /** From here on they talk with the customer in the agent's place. */
  record TookOver(
      SupervisionId supervision, CallId call, AgentId agent, LegId customer, Author author)
      implements SupervisionFact {}

  /** The agent was told that somebody hears the talk. */
  record AgentTold(SupervisionId supervision, CallId call, AgentId agent)
      implements SupervisionFact {}

  /** They attend no longer. */
  record Ended(
      SupervisionId supervision, CallId call, AgentId agent, SupervisionEnd end, Author author)
      implements SupervisionFact {}
}
