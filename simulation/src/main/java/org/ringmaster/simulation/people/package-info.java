// SPDX-License-Identifier: Apache-2.0
/**
 * Owns callers, agents at their telephones, and those who are called, with drawn behaviour. Never
 * sees the books of the kernel: people know what they hear.
 */
@NullMarked
package org.ringmaster.simulation.people;

import org.jspecify.annotations.NullMarked;
