// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the measurement of a whole campaign on a real Asterisk: what comes of each attempt, how soon
 * who answers has an agent, and whether an hour of it is as the simulation foretells. It never
 * judges a pacer; that is the bench pacing's.
 */
@NullMarked
package org.ringmaster.bench.campaign;

import org.jspecify.annotations.NullMarked;
