// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the files that outlive the process: the facts in their segments, the snapshots of the state,
 * the inputs of the flight recorder, and the lock that keeps a second instance away. Never decides
 * anything, never changes what has been written, never skips what it cannot read.
 */
@NullMarked
package org.ringmaster.core.journal;

import org.jspecify.annotations.NullMarked;
