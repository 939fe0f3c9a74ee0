// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the live readings of the facts: queues, agents, trunks, nodes and calls as they stand now.
 * Never decides anything, and never makes the board thread wait for a reader.
 */
@NullMarked
package org.ringmaster.core.board;

import org.jspecify.annotations.NullMarked;
