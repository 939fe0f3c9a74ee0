// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import org.ringmaster.core.call.Endpoint;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;

/** What lies behind an endpoint that Asterisk rings: a telephone, or a carrier with its numbers. */
@FunctionalInterface
public interface Line {

  /** Somebody is to be rung. */
  Reception receive(Rung rung);

  /**
   * Who is rung.
   *
   * @param answersByItself whether the telephone is told to
   */
  record Rung(NodeId node, LegId leg, Endpoint endpoint, boolean answersByItself) {}

  /** What comes back from there. */
  sealed interface Reception {

    /** It rings after a while (microseconds); what happens then is the party's business. */
    record Rings(Party party, long afterMicros) implements Reception {}

    /** The network says no after a while (microseconds): busy, no such number, congestion. */
    record Ends(HangupCause cause, long afterMicros) implements Reception {}

    /** Nothing comes back at all. */
    record Silence() implements Reception {}

    /** Asterisk does not know where that is, and refuses at once. */
    record Unknown() implements Reception {}
  }
}
