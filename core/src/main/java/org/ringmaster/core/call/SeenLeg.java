// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Personal;

/**
 * A leg as a node lists it.
 *
 * @param ours whether it is under our application's control
 * @param entry as in {@link CallInput.LegArrived}, where the application's arguments tell it; of a
 *     leg that has listened {@link #SCREENED} or {@link #SILENT}; else empty
 * @param dialled the number of ours that a caller dialled; of a leg that has listened what came of
 *     it; else empty
 * @param called what an agent's telephone dialled, which may be anybody's number; else null
 */
public record SeenLeg(
    LegId leg,
    LegState state,
    boolean ours,
    String entry,
    String dialled,
    String endpoint,
    @Nullable Personal callerNumber,
    @Nullable Personal callerName,
    @Nullable Personal called) {

  /** How a leg comes back to the application that has listened for a verdict. */
  public static final String SCREENED = "screened";

  /** How a leg comes back to the application that has waited for silence. */
  public static final String SILENT = "silent";

  public SeenLeg {
    if (entry.equals(CallInput.TELEPHONE)) {
      called = Personal.orFormer(called, dialled);
      dialled = "";
    }
  }

  /** A leg; what was dialled is personal where a telephone of ours did it. */
  public SeenLeg(
      LegId leg,
      LegState state,
      boolean ours,
      String entry,
      String dialled,
      String endpoint,
      @Nullable Personal callerNumber,
      @Nullable Personal callerName) {
    this(leg, state, ours, entry, dialled, endpoint, callerNumber, callerName, null);
  }

  /** What was dialled, whoever dialled it. */
  public String number() {
    return called == null ? dialled : called.text();
  }
}
