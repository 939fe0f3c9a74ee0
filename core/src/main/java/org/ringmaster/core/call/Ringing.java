// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Personal;

/** For which call a telephone rings, and what its display shows. */
public record Ringing(
    CallId call, @Nullable Personal callerNumber, @Nullable Personal callerName) {}
