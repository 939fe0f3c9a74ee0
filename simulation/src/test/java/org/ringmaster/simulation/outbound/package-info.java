// SPDX-License-Identifier: Apache-2.0
/** Tests pacers in the light world. */
@NullMarked
package org.ringmaster.simulation.outbound;

import org.jspecify.annotations.NullMarked;
