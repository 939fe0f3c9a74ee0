// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what supervisors do with talks of others: they listen, whisper to the agent, join in, take
 * over. Never does what agents do with their own calls: that is {@code core.talk}.
 */
@NullMarked
package org.ringmaster.core.supervision;

import org.jspecify.annotations.NullMarked;
