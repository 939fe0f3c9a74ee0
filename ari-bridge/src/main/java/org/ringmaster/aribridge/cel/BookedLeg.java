// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

import java.util.Set;
import org.ringmaster.core.call.LegId;

/**
 * A leg as our own books have it, to be compared with {@link WitnessedLeg}. Instants are epoch
 * microseconds, 0 where there is none.
 *
 * @param rang whether the far end ever rang
 * @param endKnown whether somebody saw the end; an end that nobody saw has no true instant
 * @param talkedWith the legs that were with it in a conversation
 */
public record BookedLeg(
    LegId leg,
    long startMicros,
    boolean rang,
    long answerMicros,
    long endMicros,
    boolean endKnown,
    int causeCode,
    Set<LegId> talkedWith) {

  /** Copies the set. */
  public BookedLeg {
    talkedWith = Set.copyOf(talkedWith);
  }
}
