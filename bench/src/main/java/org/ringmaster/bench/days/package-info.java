// SPDX-License-Identifier: Apache-2.0
/**
 * Owns whole simulated days of a busy centre, by the thousand, and the second opinion on who should
 * have had which agent. It never asks the production matching for its opinion.
 */
@NullMarked
package org.ringmaster.bench.days;

import org.jspecify.annotations.NullMarked;
