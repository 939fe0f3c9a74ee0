// SPDX-License-Identifier: Apache-2.0
/**
 * Owns who works: agents, their telephones and state, the offers made to them, wrap-up. Never
 * decides which caller an agent gets: the queues do.
 */
@NullMarked
package org.ringmaster.core.agent;

import org.jspecify.annotations.NullMarked;
