// SPDX-License-Identifier: Apache-2.0
/** Tests chance. Never runs a whole centre. */
@NullMarked
package org.ringmaster.simulation.draw;

import org.jspecify.annotations.NullMarked;
