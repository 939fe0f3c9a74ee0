// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.voicemail;

import java.util.List;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;

/** What the configuration, people and timers tell about messages. */
public sealed interface VoicemailInput extends Input {

  /** How queues take messages, as the configuration says now. */
  record PlansRead(List<VoicemailPlan> plans) implements VoicemailInput {}

  /** Somebody was given what was recorded. */
  record Hear(MessageId message, Author author) implements VoicemailInput {}

  /** An agent wants to call the person back: the agent's telephone is rung first. */
  record CallBack(MessageId message, AgentId agent, Author author) implements VoicemailInput {}

  /** Somebody says that it is done. */
  record Finish(MessageId message, Author author) implements VoicemailInput {}

  /** Somebody wants it gone. */
  record Delete(MessageId message, Author author) implements VoicemailInput {}

  /** A message may have been kept long enough. */
  record ExpiryDue(MessageId message) implements VoicemailInput {}
}
