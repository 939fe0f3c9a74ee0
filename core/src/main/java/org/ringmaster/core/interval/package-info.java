// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the figures of a contact centre in fifteen minutes: what is counted, what is timed, and the
 * formulas over both. Never decides anything: it reads facts.
 */
@NullMarked
package org.ringmaster.core.interval;

import org.jspecify.annotations.NullMarked;
