// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.ringmaster.core.codec.CodecRegistry;
import org.ringmaster.dialer.callerid.CallerIds;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class CampaignCodec {

  private CampaignCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .addAll(previews())
        .addAll(recalls())
        .addAll(spending())
        .add("fact.campaign.configured", CampaignFact.CampaignConfigured.class)
        .add("fact.campaign.removed", CampaignFact.CampaignRemoved.class)
        .add("fact.campaign.started", CampaignFact.Started.class)
        .add("fact.campaign.paused", CampaignFact.Paused.class)
        .add("fact.campaign.exhausted", CampaignFact.Exhausted.class)
        .add("fact.campaign.resumed", CampaignFact.Resumed.class)
        .add("fact.campaign.closed", CampaignFact.Closed.class)
        .add("fact.campaign.dialling-stopped", CampaignFact.DiallingStopped.class)
        .add("fact.campaign.dialling-allowed", CampaignFact.DiallingAllowed.class)
        .add("fact.campaign.dialled", CampaignFact.Dialled.class)
        .add("fact.campaign.ringing-given-up", CampaignFact.RingingGivenUp.class)
        .add("fact.campaign.answered", CampaignFact.Answered.class)
        .add("fact.campaign.connected", CampaignFact.Connected.class)
        .add("fact.campaign.abandoned", CampaignFact.Abandoned.class)
        .add("fact.campaign.attempt-ended", CampaignFact.AttemptEnded.class)
        .add("fact.campaign.leads-put-off", CampaignFact.LeadsPutOff.class)
        .add("fact.campaign.lead-forbidden", CampaignFact.LeadForbidden.class)
        .add("fact.campaign.leads-permitted", CampaignFact.LeadsPermitted.class)
        .add("fact.campaign.limit-changed", CampaignFact.LimitChanged.class)
        .add("fact.campaign.callback-chosen", CampaignFact.CallbackChosen.class)
        .add("fact.campaign.caller-id-shown", CampaignFact.CallerIdShown.class)
        .add("fact.campaign.caller-id-fell", CampaignFact.CallerIdFell.class)
        .add("fact.campaign.caller-id-recovered", CampaignFact.CallerIdRecovered.class)
        .add("fact.campaign.screening-begun", CampaignFact.ScreeningBegun.class)
        .addAll(greetings())
        .add("fact.campaign.attempt-screened", CampaignFact.AttemptScreened.class)
        .add("fact.campaign.attempt-audited", CampaignFact.AttemptAudited.class)
        .add("fact.campaign.message-started", CampaignFact.MessageStarted.class)
        .add("fact.campaign.message-left", CampaignFact.MessageLeft.class)
        .add("fact.campaign.message-went", CampaignFact.MessageWent.class)
        .add("state.campaign.told", MessageBooks.Told.class)
        .add("state.campaign.message-failures", MessageBooks.Failures.class)
        .add("input.campaign.plans-read", CampaignInput.PlansRead.class)
        .add("input.campaign.start", CampaignInput.Start.class)
        .add("input.campaign.pause", CampaignInput.Pause.class)
        .add("input.campaign.close", CampaignInput.Close.class)
        .add("input.campaign.kill-switch", CampaignInput.KillSwitch.class)
        .add("input.campaign.explain", CampaignInput.Explain.class)
        .add("input.campaign.look-due", CampaignInput.LookDue.class)
        .add("input.campaign.hold-due", CampaignInput.HoldDue.class)
        .add("input.campaign.ring-due", CampaignInput.RingDue.class)
        .add("input.campaign.screening-due", CampaignInput.ScreeningDue.class)
        .add("input.campaign.message-due", CampaignInput.MessageDue.class)
        .add("input.campaign.witness-due", CampaignInput.WitnessDue.class)
        .add("state.campaign.campaign", Campaign.Saved.class)
        .add("state.campaign.attempt", Attempt.class)
        .add("state.campaign.screened", Screened.class)
        .add("state.campaign.audit", Audit.class)
        .add("state.campaign.leads", LeadStates.Saved.class)
        .add("state.campaign.work", CampaignBooks.Work.class)
        .add("state.campaign.stopped", CampaignBooks.Stopped.class)
        .add("state.campaign.number-try", NumberTries.Try.class)
        .add("state.campaign.number-lock", NumberTries.Lock.class)
        .add("state.campaign.machine-seen", NumberTries.MachineSeen.class)
        .add("state.campaign.number-log", NumberTries.Logged.class)
        .add("state.campaign.caller-id-hour", CallerIds.Hour.class)
        .add("state.campaign.caller-id-live", CallerIds.Live.class)
        .add("state.campaign.caller-id-low", CallerIds.Low.class)
        .add("state.campaign.experience", Experience.Saved.class)
        .build();
  }

  private static CodecRegistry previews() {
    return CodecRegistry.builder()
        .add("fact.campaign.preview-shown", PreviewFact.Shown.class)
        .add("fact.campaign.preview-dial-wanted", PreviewFact.DialWanted.class)
        .add("fact.campaign.preview-ended", PreviewFact.Ended.class)
        .add("input.campaign.preview-dial", PreviewInput.Dial.class)
        .add("input.campaign.preview-skip", PreviewInput.Skip.class)
        .add("input.campaign.preview-due", PreviewInput.Due.class)
        .add("input.campaign.preview-dial-due", PreviewInput.DialDue.class)
        .add("state.campaign.preview", Preview.class)
        .build();
  }

  private static CodecRegistry spending() {
    return CodecRegistry.builder()
        .add("fact.campaign.line-priced", CampaignFact.LinePriced.class)
        .add("fact.campaign.line-billed", CampaignFact.LineBilled.class)
        .add("state.campaign.spent", SpendBooks.Spent.class)
        .add("state.campaign.priced-line", PricedLine.class)
        .build();
  }

  private static CodecRegistry recalls() {
    return CodecRegistry.builder()
        .add("fact.campaign.recall-agreed", RecallFact.Agreed.class)
        .add("fact.campaign.recall-opened", RecallFact.Opened.class)
        .add("fact.campaign.recall-put-off", RecallFact.PutOff.class)
        .add("fact.campaign.recall-ended", RecallFact.Ended.class)
        .add("input.campaign.recall-agree", RecallInput.Agree.class)
        .add("input.campaign.recall-say", RecallInput.Say.class)
        .add("input.campaign.recall-cancel", RecallInput.Cancel.class)
        .add("input.campaign.recall-expire", RecallInput.Expire.class)
        .add("state.campaign.recall", Recall.class)
        .add("state.campaign.recall-talk", RecallBooks.Talk.class)
        .build();
  }

  private static CodecRegistry greetings() {
    return CodecRegistry.builder()
        .add("fact.campaign.greeting-heard", CampaignFact.GreetingHeard.class)
        .add("state.campaign.greeted", Greeted.class)
        .build();
  }
}
