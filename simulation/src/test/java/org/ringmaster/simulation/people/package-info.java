// SPDX-License-Identifier: Apache-2.0
/** Tests people. Never runs a whole centre. */
@NullMarked
package org.ringmaster.simulation.people;

import org.jspecify.annotations.NullMarked;
