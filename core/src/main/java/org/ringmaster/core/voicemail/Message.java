// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.voicemail;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.journey.CustomerId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;

/**
 * A message as it stands now. Immutable; every fact makes the next one.
 *
 * @param call the call in which it was left
 * @param leg the caller's leg
 * @param node on which it is recorded
 * @param playback the greeting
 * @param recording names what is recorded; null before the tone
 * @param atMicros when it was left, epoch microseconds; when the caller was greeted, before
 * @param durationMillis how long it is; -1 where only the file tells
 * @param heardBy who heard it first
 * @param calledBackBy the agent who called the person back last
 */
public record Message(
    MessageId id,
    QueueId queue,
    CallId call,
    LegId leg,
    NodeId node,
    @Nullable CustomerId customer,
    @Nullable Personal number,
    @Nullable Personal name,
    @Nullable Language language,
    VoicemailPlan plan,
    MessageState state,
    PlaybackId playback,
    @Nullable RecordingId recording,
    long atMicros,
    long durationMillis,
    @Nullable String heardBy,
    @Nullable AgentId calledBackBy) {

  private static final long MICROS_PER_MILLI = 1_000;

  static Message greeted(VoicemailFact.Greeted f, long atMicros) {
    return new Message(
        f.message(),
        f.queue(),
        f.call(),
        f.leg(),
        f.node(),
        f.customer(),
        f.number(),
        f.name(),
        f.language(),
        f.plan(),
        MessageState.GREETED,
        f.playback(),
        null,
        atMicros,
        0,
        null,
        null);
  }

  /** Whether the caller is still at it. */
  public boolean isBeingLeft() {
    return state == MessageState.GREETED || state == MessageState.SPEAKING;
  }

  /** When it has been kept long enough, epoch microseconds. */
  public long expiresAtMicros() {
    return atMicros + plan.keepMillis() * MICROS_PER_MILLI;
  }

  Message speaking(MessageState next, RecordingId to) {
    return with(next, to, atMicros, durationMillis, heardBy, calledBackBy);
  }

  Message left(MessageState next, long at, long millis) {
    return with(next, recording, at, millis, heardBy, calledBackBy);
  }

  Message lasting(long millis) {
    return with(state, recording, atMicros, millis, heardBy, calledBackBy);
  }

  Message heard(MessageState next, String by) {
    return with(next, recording, atMicros, durationMillis, by, calledBackBy);
  }

  Message calledBack(MessageState next, AgentId by) {
    return with(next, recording, atMicros, durationMillis, heardBy, by);
  }

  private Message with(
      MessageState nextState,
      @Nullable RecordingId nextRecording,
      long at,
      long millis,
      @Nullable String heard,
      @Nullable AgentId calledBack) {
    return new Message(
        id,
        queue,
        call,
        leg,
        node,
        customer,
        number,
        name,
        language,
        plan,
        nextState,
        playback,
        nextRecording,
        at,
        millis,
        heard,
        calledBack);
  }
}
