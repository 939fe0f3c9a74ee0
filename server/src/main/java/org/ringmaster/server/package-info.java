// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the wiring: which parts there are and in which order they start and stop. Never holds a rule
 * of the contact centre.
 */
@NullMarked
package org.ringmaster.server;

import org.jspecify.annotations.NullMarked;
