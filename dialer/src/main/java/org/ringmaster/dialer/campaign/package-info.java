// SPDX-License-Identifier: Apache-2.0
/**
 * Owns campaigns: which lead is dialled when, what comes of each attempt, and why nobody is dialled
 * where nobody is. Never picks an agent: an answered attempt joins a queue like any caller.
 */
@NullMarked
package org.ringmaster.dialer.campaign;

import org.jspecify.annotations.NullMarked;
