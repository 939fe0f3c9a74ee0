// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the proof of what a SIP caller hears: recordings made at the caller's end, and what can be
 * measured in them. It never looks into our books for it.
 */
@NullMarked
package org.ringmaster.server.sound;

import org.jspecify.annotations.NullMarked;
