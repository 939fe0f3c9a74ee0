// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the names of the places at which a process may die on the way of a fact. Never does anything
 * there by itself: as long as nobody watches, reaching one costs a look at a field.
 */
@NullMarked
package org.ringmaster.core.crash;

import org.jspecify.annotations.NullMarked;
