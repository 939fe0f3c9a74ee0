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
 * @param dialled what was dialled; of a leg that has listened what came of it
 */
public record SeenLeg(
    LegId leg,
    LegState state,
    boolean ours,
    String entry,
    String dialled,
    String endpoint,
    @Nullable Personal callerNumber,
    @Nullable Personal callerName) {

  /** How a leg comes back to the application that has listened for a verdict. */
  public static final String SCREENED = "screened";

  /** How a leg comes back to the application that has waited for silence. */
  public static final String SILENT = "silent";

  /** For people: what a telephone dialled is masked, it may be anybody's number. */
  @Override
  public String toString() {
    return "SeenLeg[leg="
        + leg
        + ", state="
        + state
        + ", ours="
        + ours
        + ", entry="
        + entry
        + ", dialled="
        + (entry.equals(CallInput.TELEPHONE) ? new Personal(dialled) : dialled)
        + ", endpoint="
        + endpoint
        + ", callerNumber="
        + callerNumber
        + ", callerName="
        + callerName
        + "]";
  }
}
