// SPDX-License-Identifier: Apache-2.0
/**
 * Owns how a file of people becomes a segment of leads: reads it row by row in constant memory,
 * rejects what cannot be dialled and says why, and keeps the segments on the disk. Never decides
 * whether a list is loaded: that is the kernel's. Works on any thread but the kernel's.
 */
@NullMarked
package org.ringmaster.dialer.load;

import org.jspecify.annotations.NullMarked;
