// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.desk.DeskBooks;
import org.ringmaster.core.desk.DeskWork;
import org.ringmaster.core.recording.CallRecording;
import org.ringmaster.core.talk.Talk;

/**
 * What is on an agent's desk now.
 *
 * @param attends whether they take callers by their page
 * @param work what they work on, or worked on last
 * @param talk how far that conversation has come, where they do more with it than talk
 * @param recording how the recording of that call stands; null where nothing of it was recorded
 * @param records whether anything may be recorded here at all
 * @param refusal what their telephone was refused since they were last rung; null for nothing
 */
public record DeskRow(
    AgentId agent,
    boolean attends,
    @Nullable DeskWork work,
    @Nullable Talk talk,
    @Nullable CallRecording recording,
    boolean records,
    DeskBooks.@Nullable Refusal refusal) {}
