// SPDX-License-Identifier: Apache-2.0
/** Tests the simulated Asterisk, command by command. Never runs a whole centre. */
@NullMarked
package org.ringmaster.simulation.asterisk;

import org.jspecify.annotations.NullMarked;
