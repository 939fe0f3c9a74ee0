// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Personal;

/**
 * A leg as a node lists it.
 *
 * @param ours whether it is under our application's control
 * @param entry as in {@link CallInput.LegArrived}, where the application's arguments tell it; else
 *     empty
 */
public record SeenLeg(
    LegId leg,
    LegState state,
    boolean ours,
    String entry,
    String dialled,
    String endpoint,
    @Nullable Personal callerNumber,
    @Nullable Personal callerName) {}
