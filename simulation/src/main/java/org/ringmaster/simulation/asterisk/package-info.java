// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the simulated Asterisk, the sockets to it and the bridge's side of them, with the order and
 * the losses seen on the real one. Never decides who is connected with whom: the production kernel
 * does.
 */
@NullMarked
package org.ringmaster.simulation.asterisk;

import org.jspecify.annotations.NullMarked;
