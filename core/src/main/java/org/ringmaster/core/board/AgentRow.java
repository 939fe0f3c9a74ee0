// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.Talk;

/**
 * An agent as they stand now.
 *
 * @param call the call they are rung for or talk in
 * @param queues the queues they serve, by name
 * @param talk what they do with the call beside talking; null for nothing
 * @param owes whether they must say what their contact was before they are free
 * @param extensions how often they may still extend the wrap-up they are in
 */
public record AgentRow(
    AgentProfile profile,
    Agent agent,
    @Nullable CallId call,
    List<QueueId> queues,
    @Nullable Talk talk,
    boolean owes,
    int extensions) {}
