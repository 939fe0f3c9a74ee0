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
    Draft draft = new Draft(this);
    draft.stateIs(next);
    return draft.whole();
  }

  CallRecording resumed(boolean isAsked) {
    Draft draft = new Draft(this);
    draft.stateIs(RecordingState.RUNNING);
    draft.nowAsked |= isAsked;
    return draft.whole();
  }

  CallRecording secured(long untilMicros) {
    Draft draft = new Draft(this);
    draft.stateIs(RecordingState.SECURED);
    draft.nowWasPaused = state == RecordingState.PAUSED;
    draft.nowDueMicros = untilMicros;
    return draft.whole();
  }

  CallRecording with(RecordingFact.PartBegan began) {
    Draft draft = new Draft(this);
    draft.nowPart = began.part();
    draft.nowScene = began.scene();
    draft.nowAgent = began.agent();
    draft.nowQueue = began.queue();
    draft.nowParts = began.number();
    return draft.whole();
  }

  CallRecording without(PartEnd why, long atMicros) {
    boolean byItself = why == PartEnd.FAILED || why == PartEnd.LOST;
    Draft draft = new Draft(this);
    draft.nowPart = null;
    draft.nowLastEnd = why;
    draft.nowFailures = byItself ? failures + 1 : 0;
    long wait = FIRST_WAIT_MICROS << StrictMath.min(draft.nowFailures - 1, MAX_DOUBLINGS);
    draft.nowRetryMicros = why == PartEnd.FAILED ? atMicros + wait : 0;
    return draft.whole();
  }

  /** What the last part is of; null before the first. */
  @Nullable Scene lastScene() {
    return scene == null ? null : new Scene(scene, agent, queue);
  }

  /** What the next one will be: this one, until a component is set. */
  private static final class Draft {
    private final CallId nowCall;
    private RecordingState nowState;
    private boolean nowAsked;
    private boolean nowWasPaused;
    private long nowDueMicros;
    private @Nullable RecordingId nowPart;
    private @Nullable SceneKind nowScene;
    private @Nullable AgentId nowAgent;
    private @Nullable QueueId nowQueue;
    private int nowParts;
    private @Nullable PartEnd nowLastEnd;
    private int nowFailures;
    private long nowRetryMicros;

    Draft(CallRecording before) {
      nowCall = before.call;
      nowState = before.state;
      nowAsked = before.asked;
      nowWasPaused = before.wasPaused;
      nowDueMicros = before.dueMicros;
      nowPart = before.part;
      nowScene = before.scene;
      nowAgent = before.agent;
      nowQueue = before.queue;
      nowParts = before.parts;
      nowLastEnd = before.lastEnd;
      nowFailures = before.failures;
      nowRetryMicros = before.retryMicros;
    }

    /** A new state begins without what held for the one before. */
    void stateIs(RecordingState next) {
      nowState = next;
      nowWasPaused = false;
      nowDueMicros = 0;
    }

    CallRecording whole() {
      return new CallRecording(
          nowCall,
          nowState,
          nowAsked,
          nowWasPaused,
          nowDueMicros,
          nowPart,
          nowScene,
          nowAgent,
          nowQueue,
          nowParts,
          nowLastEnd,
          nowFailures,
          nowRetryMicros);
    }
  }
}
