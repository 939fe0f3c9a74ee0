// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.ringmaster.core.kernel.Personal;

/** A caller who waits until their trunk may be asked again. */
record PacedForward(LegId caller, TrunkId trunk, Personal number, long dueMicros) {}
