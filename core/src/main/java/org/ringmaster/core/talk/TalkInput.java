// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.kernel.Input;

/** What is asked of conversations. The author is the name of whoever asks. */
public sealed interface TalkInput extends Input {

  /** The agent puts the customer on hold. */
  record Hold(AgentId agent, String author) implements TalkInput {}

  /** The agent takes the customer back. */
  record Resume(AgentId agent, String author) implements TalkInput {}

  /** The agent hands the customer to somebody and is done with them. */
  record HandOn(AgentId agent, Destination to, String author) implements TalkInput {}
}
