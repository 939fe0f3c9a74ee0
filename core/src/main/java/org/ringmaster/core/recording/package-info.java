// SPDX-License-Identifier: Apache-2.0
/**
 * Owns which talks are recorded, when that begins, pauses and ends, and of which parts a recording
 * is made. Never touches a file: what becomes of those is {@code core.file}'s.
 */
@NullMarked
package org.ringmaster.core.recording;

import org.jspecify.annotations.NullMarked;
