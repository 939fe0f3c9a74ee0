// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class TalkCodec {

  private TalkCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.talk.opened", TalkFact.Opened.class)
        .add("fact.talk.held", TalkFact.Held.class)
        .add("fact.talk.resumed", TalkFact.Resumed.class)
        .add("fact.talk.sent-to-queue", TalkFact.SentToQueue.class)
        .add("fact.talk.ended", TalkFact.Ended.class)
        .add("fact.talk.recording-key-pressed", TalkFact.RecordingKeyPressed.class)
        .add("input.talk.hold", TalkInput.Hold.class)
        .add("input.talk.resume", TalkInput.Resume.class)
        .add("input.talk.hand-on", TalkInput.HandOn.class)
        .add("fact.talk.consult-began", TalkFact.ConsultBegan.class)
        .add("fact.talk.consult-answered", TalkFact.ConsultAnswered.class)
        .add("fact.talk.consult-ended", TalkFact.ConsultEnded.class)
        .add("fact.talk.swapped", TalkFact.Swapped.class)
        .add("fact.talk.joined", TalkFact.Joined.class)
        .add("fact.talk.given-to", TalkFact.GivenTo.class)
        .add("fact.talk.passed-on", TalkFact.PassedOn.class)
        .add("fact.talk.sent-on", TalkFact.SentOn.class)
        .add("fact.talk.taken", TalkFact.Taken.class)
        .add("fact.talk.parked", TalkFact.Parked.class)
        .add("fact.talk.sent-back", TalkFact.SentBack.class)
        .add("fact.talk.dialled", TalkFact.Dialled.class)
        .add("fact.talk.number-rung", TalkFact.NumberRung.class)
        .add("fact.talk.number-answered", TalkFact.NumberAnswered.class)
        .add("fact.talk.keys-heard", TalkFact.KeysHeard.class)
        .add("fact.talk.other-line", TalkFact.OtherLine.class)
        .add("fact.talk.hand-on-refused", TalkFact.HandOnRefused.class)
        .add("fact.talk.call-refused", TalkFact.CallRefused.class)
        .add("fact.talk.rules-configured", TalkRulesConfigured.class)
        .add("input.talk.consult", TalkInput.Consult.class)
        .add("input.talk.complete", TalkInput.Complete.class)
        .add("input.talk.cancel", TalkInput.Cancel.class)
        .add("input.talk.swap", TalkInput.Swap.class)
        .add("input.talk.join", TalkInput.Join.class)
        .add("input.talk.park", TalkInput.Park.class)
        .add("input.talk.retrieve", TalkInput.Retrieve.class)
        .add("input.talk.dial-agent", TalkInput.DialAgent.class)
        .add("input.talk.dial", TalkInput.Dial.class)
        .add("input.talk.rules-read", TalkInput.RulesRead.class)
        .add("input.talk.park-due", TalkInput.ParkDue.class)
        .add("input.talk.back-due", TalkInput.BackDue.class)
        .add("input.talk.dial-due", TalkInput.DialDue.class)
        .add("state.talk.code", TalkBooks.Code.class)
        .add("state.talk.rules", TalkRules.class)
        .add("state.talk.talk", Talk.class)
        .add("state.talk.holding", TalkBooks.Holding.class)
        .add("state.talk.line", TalkBooks.Line.class)
        .build();
  }
}
