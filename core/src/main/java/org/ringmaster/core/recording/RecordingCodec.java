// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class RecordingCodec {

  private RecordingCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.recording.rules-set", RecordingRulesSet.class)
        .add("fact.recording.began", RecordingFact.Began.class)
        .add("fact.recording.part-began", RecordingFact.PartBegan.class)
        .add("fact.recording.part-ended", RecordingFact.PartEnded.class)
        .add("fact.recording.paused", RecordingFact.Paused.class)
        .add("fact.recording.resumed", RecordingFact.Resumed.class)
        .add("fact.recording.card-began", RecordingFact.CardBegan.class)
        .add("fact.recording.stopped", RecordingFact.Stopped.class)
        .add("fact.recording.told", RecordingFact.Told.class)
        .add("fact.recording.ended", RecordingFact.Ended.class)
        .add("fact.recording.policy-set", RecordingFact.PolicySet.class)
        .add("input.recording.rules-read", RecordingInput.RulesRead.class)
        .add("input.recording.ask", RecordingInput.Ask.class)
        .add("input.recording.card-due", RecordingInput.CardDue.class)
        .add("input.recording.retry-due", RecordingInput.RetryDue.class)
        .add("state.recording.call", CallRecording.class)
        .add("state.recording.own-policy", OwnPolicy.class)
        .add("state.recording.part", Part.class)
        .add("state.recording.rules", RecordingRules.class)
        .build();
  }
}
