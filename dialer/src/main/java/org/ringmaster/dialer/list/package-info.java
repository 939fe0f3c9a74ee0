// SPDX-License-Identifier: Apache-2.0
/**
 * Owns which lists of leads are loaded, for which campaign, and which numbers may not be called.
 * Knows leads as columns of numbers; never reads a file: that is {@code load}'s.
 */
@NullMarked
package org.ringmaster.dialer.list;

import org.jspecify.annotations.NullMarked;
