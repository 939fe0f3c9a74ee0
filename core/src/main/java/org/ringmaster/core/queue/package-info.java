// SPDX-License-Identifier: Apache-2.0
/**
 * Owns where callers wait: queues, their entries, the choice of an agent, overflow, and which
 * number leads where. Never rings a telephone itself: agents and calls do.
 */
@NullMarked
package org.ringmaster.core.queue;

import org.jspecify.annotations.NullMarked;
