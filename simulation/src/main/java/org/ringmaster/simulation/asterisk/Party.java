// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;

/**
 * Whoever is at the far end of a leg. Called in the middle of what Asterisk does: what a party does
 * about it, it plans in the agenda and does not do at once.
 */
public interface Party {

  /** The telephone rings; it may have been told to answer by itself. */
  default void rings(LegId leg, boolean answersByItself) {}

  /** The leg is up. */
  default void up(LegId leg) {}

  /** From now on so many others hear this one and are heard; 0 means music or silence. */
  default void hears(LegId leg, int others) {}

  /** The leg was given to the dialplan, or never came to Ringmaster: Asterisk alone has it. */
  default void fallsBack(LegId leg) {}

  /**
   * What a detector that begins to listen now will say of the voice. Without an opinion of its own
   * a party sounds like somebody who says hello and waits.
   */
  default Greeting greets(LegId leg) {
    return Greeting.HELLO;
  }

  /** Whether a party says that anew whenever somebody begins to listen, and not once on a leg. */
  default boolean greetsAgain() {
    return false;
  }

  /** The leg is over. */
  default void gone(LegId leg, HangupCause cause) {}
}
