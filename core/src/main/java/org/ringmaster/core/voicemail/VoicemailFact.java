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
import org.ringmaster.core.journey.MessageLeft;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;

/** What has become true of the messages that callers leave. */
public sealed interface VoicemailFact extends Fact {

  /** A queue takes messages so. */
  record PlanConfigured(VoicemailPlan plan) implements VoicemailFact {}

  /** A queue takes no messages any more; those that were left are kept. */
  record PlanRemoved(QueueId queue) implements VoicemailFact {}

  /** A caller was not asked for a message, because as many wait as the queue keeps. */
  record MailboxFull(QueueId queue, CallId call, LegId leg) implements VoicemailFact {}

  /**
   * A caller hears the greeting.
   *
   * @param number of the caller; null where it is withheld
   * @param language in which they are spoken to; null for the leg's own
   */
  record Greeted(
      MessageId message,
      QueueId queue,
      CallId call,
      LegId leg,
      NodeId node,
      @Nullable CustomerId customer,
      @Nullable Personal number,
      @Nullable Personal name,
      @Nullable Language language,
      PlaybackId playback,
      VoicemailPlan plan)
      implements VoicemailFact {}

  /** The caller hears the tone and may speak. */
  record SpeakingBegan(MessageId message, QueueId queue, CallId call, RecordingId recording)
      implements VoicemailFact {}

  /**
   * A message was left.
   *
   * @param durationMillis how long it is; -1 where nobody saw its end, so that only the file tells
   */
  record Left(
      MessageId message, QueueId queue, CallId call, RecordingId recording, long durationMillis)
      implements VoicemailFact, MessageLeft {}

  /** Nothing was left. */
  record NotLeft(MessageId message, QueueId queue, CallId call, MessageEnd end)
      implements VoicemailFact {}

  /** Somebody heard it for the first time; each hearing is in the log of access to recordings. */
  record Heard(MessageId message, QueueId queue, Author author) implements VoicemailFact {}

  /**
   * An agent calls the person back.
   *
   * @param by the call in which they do
   */
  record CalledBack(MessageId message, QueueId queue, AgentId agent, CallId by, Author author)
      implements VoicemailFact {}

  /** What it was about is done. */
  record Done(MessageId message, QueueId queue, Author author) implements VoicemailFact {}

  /**
   * It is gone, and so is what was recorded.
   *
   * @param author who deleted it; null where nobody did
   */
  record Deleted(MessageId message, QueueId queue, MessageEnd end, @Nullable Author author)
      implements VoicemailFact {}
}
