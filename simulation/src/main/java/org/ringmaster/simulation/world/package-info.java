// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the wiring: the production deciders, virtual time, the simulated nodes and the people in one
 * thread. Never judges what happens; watchers do.
 */
@NullMarked
package org.ringmaster.simulation.world;

import org.jspecify.annotations.NullMarked;
