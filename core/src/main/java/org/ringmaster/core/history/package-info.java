// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what the journey store says of the past: figures by queue, agent and trunk, the calls behind
 * each of them, and what one call went through. Never writes, and is never on a call's way.
 */
@NullMarked
package org.ringmaster.core.history;

import org.jspecify.annotations.NullMarked;
