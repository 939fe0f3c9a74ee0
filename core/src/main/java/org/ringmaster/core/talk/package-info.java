// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what agents do with a conversation in hand: hold, consult, conference, hand on, park, call
 * out. Never decides which agent a waiting caller gets: the queues do.
 */
@NullMarked
package org.ringmaster.core.talk;

import org.jspecify.annotations.NullMarked;
