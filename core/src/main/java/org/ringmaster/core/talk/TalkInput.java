// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;

/** What is asked of conversations. The author is the name of whoever asks. */
public sealed interface TalkInput extends Input {

  /** The agent puts the customer on hold. */
  record Hold(AgentId agent, String author) implements TalkInput {}

  /** The agent takes the customer back. */
  record Resume(AgentId agent, String author) implements TalkInput {}

  /** The agent asks somebody for advice while the customer hears music. */
  record Consult(AgentId agent, Destination to, String author) implements TalkInput {}

  /** The agent gives the customer to whom they asked, and is done with them. */
  record Complete(AgentId agent, String author) implements TalkInput {}

  /** The agent lets go whom they asked, and talks with the customer again. */
  record Cancel(AgentId agent, String author) implements TalkInput {}

  /** The agent talks with the other of the two. */
  record Swap(AgentId agent, String author) implements TalkInput {}

  /** The agent lets all three hear each other. */
  record Join(AgentId agent, String author) implements TalkInput {}

  /** The agent parks the customer and is done with them. */
  record Park(AgentId agent, String author) implements TalkInput {}

  /** An agent fetches a parked customer. */
  record Retrieve(AgentId agent, int slot, String author) implements TalkInput {}

  /**
   * An agent calls an outside number.
   *
   * @param clearNumber the number in inputs that were recorded before {@code to} was there; null in
   *     all that is made now
   * @param to the number
   */
  record Dial(AgentId agent, @Nullable String clearNumber, String author, @Nullable Personal to)
      implements TalkInput {

    public Dial {
      to = Personal.orFormer(to, clearNumber);
      clearNumber = null;
    }

    /** A call to a number. */
    public Dial(AgentId agent, String number, String author) {
      this(agent, null, author, new Personal(number));
    }

    /** The number. */
    public String number() {
      return to == null ? "" : to.text();
    }
  }

  /** An agent calls another agent. */
  record DialAgent(AgentId agent, AgentId to, String author) implements TalkInput {}

  /** What agents may do, as the configuration says now. */
  record RulesRead(TalkRules rules) implements TalkInput {}

  /** A customer has been parked long enough; the instant tells a stale one. */
  record ParkDue(CallId call, long dueMicros) implements TalkInput {}

  /**
   * An agent to whom a customer comes back may have hung up by now; the instant tells a stale one.
   */
  record BackDue(CallId call, long sinceMicros) implements TalkInput {}

  /** A trunk may be asked again for a number that an agent calls. */
  record DialDue(CallId call) implements TalkInput {}

  /** The agent hands the customer to somebody and is done with them. */
  record HandOn(AgentId agent, Destination to, String author) implements TalkInput {}
}
