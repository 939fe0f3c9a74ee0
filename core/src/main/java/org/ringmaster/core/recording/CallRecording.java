// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.queue.QueueId;

/**
 * The recording of a call as it stands now. Immutable; every fact makes the next one.
 *
 * @param asked whether somebody asked for it
 * @param wasPaused whether it was paused when digits of a card began to be taken
 * @param dueMicros when it goes on by itself after such digits; 0: when they are gathered
 * @param part the part under way; null while there is none
 * @param scene of what the last part is; null before the first
 * @param agent who led the talk of the last part
 * @param queue for which that talk was
 * @param parts how many there have been
 * @param lastEnd why the last part ended; null before
 * @param failures how many parts in a row ended by themselves
 * @param retryMicros before when none is tried again
 */
public record CallRecording(
    CallId call,
    RecordingState state,
    boolean asked,
    boolean wasPaused,
    long dueMicros,
    @Nullable RecordingId part,
    @Nullable SceneKind scene,
    @Nullable AgentId agent,
    @Nullable QueueId queue,
    int parts,
    @Nullable PartEnd lastEnd,
    int failures,
    long retryMicros) {

  private static final long FIRST_WAIT_MICROS = 2_000_000;
  private static final int MAX_DOUBLINGS = 5;

  /** Whether a part is being recorded now. */
  public boolean isRecorded() {
    return part != null;
  }

  CallRecording to(RecordingState next) {
    return new CallRecording(
        call,
        next,
        asked,
        false,
        0,
        part,
        scene,
        agent,
        queue,
        parts,
        lastEnd,
        failures,
        retryMicros);
  }

  CallRecording resumed(boolean isAsked) {
    return new CallRecording(
        call,
        RecordingState.RUNNING,
        asked || isAsked,
        false,
        0,
        part,
        scene,
        agent,
        queue,
        parts,
        lastEnd,
        failures,
        retryMicros);
  }

  CallRecording secured(long untilMicros) {
    return new CallRecording(
        call,
        RecordingState.SECURED,
        asked,
        state == RecordingState.PAUSED,
        untilMicros,
        part,
        scene,
        agent,
        queue,
        parts,
        lastEnd,
        failures,
        retryMicros);
  }

  CallRecording with(RecordingFact.PartBegan began) {
    return new CallRecording(
        call,
        state,
        asked,
        wasPaused,
        dueMicros,
        began.part(),
        began.scene(),
        began.agent(),
        began.queue(),
        began.number(),
        lastEnd,
        failures,
        retryMicros);
  }

  CallRecording without(PartEnd why, long atMicros) {
    boolean byItself = why == PartEnd.FAILED || why == PartEnd.LOST;
    int inARow = byItself ? failures + 1 : 0;
    long wait = FIRST_WAIT_MICROS << StrictMath.min(inARow - 1, MAX_DOUBLINGS);
    return new CallRecording(
        call,
        state,
        asked,
        wasPaused,
        dueMicros,
        null,
        scene,
        agent,
        queue,
        parts,
        why,
        inARow,
        why == PartEnd.FAILED ? atMicros + wait : 0);
  }

  /** What the last part is of; null before the first. */
  @Nullable Scene lastScene() {
    return scene == null ? null : new Scene(scene, agent, queue);
  }
}
