// SPDX-License-Identifier: Apache-2.0
/**
 * Owns a light world in which nothing but dialling, ringing, talking and wrapping up happens, so
 * that a pacer lives through thousands of hours in seconds. Knows no kernel, no legs, no Asterisk.
 */
@NullMarked
package org.ringmaster.simulation.outbound;

import org.jspecify.annotations.NullMarked;
