// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what goes wrong with nodes, wires and the platform in simulated worlds, as drawn. It never
 * touches a real Asterisk, a real disk or a real clock.
 */
@NullMarked
package org.ringmaster.bench.trouble;

import org.jspecify.annotations.NullMarked;
