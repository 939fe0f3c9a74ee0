// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the loop that turns inputs into facts and commands, and the words every decider is written
 * in. Never reads a clock, starts a thread, does I/O or knows what a call is.
 */
@NullMarked
package org.ringmaster.core.kernel;

import org.jspecify.annotations.NullMarked;
