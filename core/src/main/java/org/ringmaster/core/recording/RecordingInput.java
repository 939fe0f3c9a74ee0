// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;

/** What is asked of recordings, and what the configuration says of them. */
public sealed interface RecordingInput extends Input {

  /** What is recorded, as the configuration says now. */
  record RulesRead(RecordingRules rules) implements RecordingInput {}

  /** Somebody wants something of the recording of a call, named by its agent or by itself. */
  record Ask(@Nullable AgentId agent, @Nullable CallId call, RecordingAct act, Author author)
      implements RecordingInput {}

  /** The digits of a card have had long enough; the instant tells a stale one. */
  record CardDue(CallId call, long dueMicros) implements RecordingInput {}

  /** A part that failed may be tried again. */
  record RetryDue(CallId call) implements RecordingInput {}
}
