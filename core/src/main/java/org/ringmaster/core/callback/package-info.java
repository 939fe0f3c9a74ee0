// SPDX-License-Identifier: Apache-2.0
/**
 * Owns callbacks: whose place in a line is kept, when they are dialled, how often, and how it ends.
 * Never chooses an agent: that is the queue's business, as for any caller.
 */
@NullMarked
package org.ringmaster.core.callback;

import org.jspecify.annotations.NullMarked;
