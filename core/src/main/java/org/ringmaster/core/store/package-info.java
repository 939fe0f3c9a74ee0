// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the journey store: PostgreSQL, its tables, and the readings of the facts that fill them.
 * Never decides anything, and nothing on the way of a call ever waits for it.
 */
@NullMarked
package org.ringmaster.core.store;

import org.jspecify.annotations.NullMarked;
