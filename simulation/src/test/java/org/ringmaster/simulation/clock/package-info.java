// SPDX-License-Identifier: Apache-2.0
/** Tests virtual time. Never runs a whole centre. */
@NullMarked
package org.ringmaster.simulation.clock;

import org.jspecify.annotations.NullMarked;
