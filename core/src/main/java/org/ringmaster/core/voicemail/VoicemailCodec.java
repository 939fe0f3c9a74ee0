// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.voicemail;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class VoicemailCodec {

  private VoicemailCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.voicemail.plan-configured", VoicemailFact.PlanConfigured.class)
        .add("fact.voicemail.plan-removed", VoicemailFact.PlanRemoved.class)
        .add("fact.voicemail.mailbox-full", VoicemailFact.MailboxFull.class)
        .add("fact.voicemail.greeted", VoicemailFact.Greeted.class)
        .add("fact.voicemail.speaking-began", VoicemailFact.SpeakingBegan.class)
        .add("fact.voicemail.left", VoicemailFact.Left.class)
        .add("fact.voicemail.not-left", VoicemailFact.NotLeft.class)
        .add("fact.voicemail.heard", VoicemailFact.Heard.class)
        .add("fact.voicemail.called-back", VoicemailFact.CalledBack.class)
        .add("fact.voicemail.done", VoicemailFact.Done.class)
        .add("fact.voicemail.deleted", VoicemailFact.Deleted.class)
        .add("input.voicemail.plans-read", VoicemailInput.PlansRead.class)
        .add("input.voicemail.hear", VoicemailInput.Hear.class)
        .add("input.voicemail.call-back", VoicemailInput.CallBack.class)
        .add("input.voicemail.finish", VoicemailInput.Finish.class)
        .add("input.voicemail.delete", VoicemailInput.Delete.class)
        .add("input.voicemail.expiry-due", VoicemailInput.ExpiryDue.class)
        .add("state.voicemail.plan", VoicemailPlan.class)
        .add("state.voicemail.message", Message.class)
        .build();
  }
}
