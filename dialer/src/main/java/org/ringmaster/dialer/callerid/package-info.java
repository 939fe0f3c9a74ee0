// SPDX-License-Identifier: Apache-2.0
/**
 * Owns which of our own numbers a lead's telephone shows, how often each was shown, and whether one
 * is answered less than it should be. Never dials.
 */
@NullMarked
package org.ringmaster.dialer.callerid;

import org.jspecify.annotations.NullMarked;
