// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.QueueId;

/**
 * What has become true of the recordings of calls. A call has one at most; it is named by the
 * call's id and made of parts, each with a file of its own. An author is who asked for it; null
 * where nobody did.
 */
public sealed interface RecordingFact extends Fact {

  /** The call. */
  CallId call();

  /** The call is recorded from here on, as long as somebody talks in it. */
  record Began(
      CallId call, @Nullable QueueId queue, RecordingPolicy policy, @Nullable Author author)
      implements RecordingFact {}

  /**
   * A part begins.
   *
   * @param part names it and its file
   * @param number which part of the call's recording, from 1
   * @param agent who leads the talk; null where a supervisor does
   */
  record PartBegan(
      CallId call,
      RecordingId part,
      int number,
      NodeId node,
      SceneKind scene,
      @Nullable AgentId agent,
      @Nullable QueueId queue,
      long keepMillis,
      PartBegin why)
      implements RecordingFact {}

  /** A part ends: what is said from here on is not in it. */
  record PartEnded(CallId call, RecordingId part, PartEnd why) implements RecordingFact {}

  /** Nothing is recorded until it is resumed; after digits of a card: as it was before them. */
  record Paused(CallId call, @Nullable Author author) implements RecordingFact {}

  /** It goes on; also: somebody wants what would have gone on by itself. */
  record Resumed(CallId call, @Nullable Author author) implements RecordingFact {}

  /**
   * Nothing is recorded while digits of a card are taken.
   *
   * @param author who takes them; null where the platform gathers them
   * @param dueMicros when it goes on by itself, epoch microseconds; 0: when they are gathered
   */
  record CardBegan(CallId call, @Nullable Author author, long dueMicros) implements RecordingFact {}

  /** Nothing more is recorded, unless somebody asks for it. */
  record Stopped(CallId call, Author author) implements RecordingFact {}

  /** Caller and agent were told that the call is recorded, or the agent alone. */
  record Told(CallId call, @Nullable AgentId agent, boolean caller) implements RecordingFact {}

  /**
   * How the call is recorded while it is talked for that queue, whatever the queue says; but what a
   * queue always has recorded is recorded.
   *
   * @param by who says so, for people: such as a campaign
   */
  record PolicySet(CallId call, QueueId queue, RecordingPolicy policy, String by)
      implements RecordingFact {}

  /** The call is over, and so is its recording. */
  record Ended(CallId call) implements RecordingFact {}
}
