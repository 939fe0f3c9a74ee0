// SPDX-License-Identifier: Apache-2.0
/**
 * Owns simulated hours of campaigns that dial while everything goes wrong, and what must not happen
 * to the people who are dialled. It never touches a real Asterisk, a real disk or a real clock.
 */
@NullMarked
package org.ringmaster.bench.dials;

import org.jspecify.annotations.NullMarked;
