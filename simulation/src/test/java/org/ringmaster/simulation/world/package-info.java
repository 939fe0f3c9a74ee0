// SPDX-License-Identifier: Apache-2.0
/** Tests whole simulated centres. Never looks into their parts. */
@NullMarked
package org.ringmaster.simulation.world;

import org.jspecify.annotations.NullMarked;
