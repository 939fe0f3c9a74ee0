// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the simulated telephone world: Asterisk, callers, agents and leads on a virtual clock. Never
 * holds a rule of the contact centre: the production kernel decides.
 */
@NullMarked
package org.ringmaster.simulation;

import org.jspecify.annotations.NullMarked;
