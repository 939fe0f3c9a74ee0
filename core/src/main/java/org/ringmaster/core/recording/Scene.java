// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.queue.QueueId;

/**
 * Who talks in a call now. Another one begins another part of the recording.
 *
 * @param agent who leads the talk; null where a supervisor does
 * @param queue for which they talk; null in calls that agents make themselves
 */
public record Scene(SceneKind kind, @Nullable AgentId agent, @Nullable QueueId queue) {}
