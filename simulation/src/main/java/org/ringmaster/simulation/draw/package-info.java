// SPDX-License-Identifier: Apache-2.0
/**
 * Owns chance: seeded streams and distributions as data, the same on every machine (StrictMath; a
 * sampling library was left out because commons-rng rests on Math, whose last digit may differ).
 * Never draws without a seed.
 */
@NullMarked
package org.ringmaster.simulation.draw;

import org.jspecify.annotations.NullMarked;
