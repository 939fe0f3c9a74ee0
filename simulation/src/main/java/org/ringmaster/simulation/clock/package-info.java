// SPDX-License-Identifier: Apache-2.0
/**
 * Owns virtual time: what is due next, and in which order. Never asks the machine what time it is.
 */
@NullMarked
package org.ringmaster.simulation.clock;

import org.jspecify.annotations.NullMarked;
