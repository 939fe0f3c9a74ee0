// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the dialer's tables in the journey store: campaigns, their rules and every attempt, as a
 * reading of the facts. Never decides anything, and nothing that dials ever waits for it.
 */
@NullMarked
package org.ringmaster.dialer.store;

import org.jspecify.annotations.NullMarked;
