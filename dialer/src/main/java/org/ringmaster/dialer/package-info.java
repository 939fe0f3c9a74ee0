// SPDX-License-Identifier: Apache-2.0
/**
 * Owns outbound work: campaigns, lists, leads, attempts, pacing and compliance. Never picks an
 * agent: an answered attempt joins a queue like any caller.
 */
@NullMarked
package org.ringmaster.dialer;

import org.jspecify.annotations.NullMarked;
