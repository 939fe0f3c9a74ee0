// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.dialer.list.ListId;

/** What has become true of campaigns and their attempts. */
public sealed interface CampaignFact extends Fact {

  /** A campaign is configured so. */
  record CampaignConfigured(CampaignPlan plan) implements CampaignFact {}

  /** A campaign is no longer configured; its leads are kept for when it is again. */
  record CampaignRemoved(CampaignId campaign) implements CampaignFact {}

  /** A campaign dials from here. */
  record Started(CampaignId campaign, Author author) implements CampaignFact {}

  /** A campaign dials nobody more. */
  record Paused(CampaignId campaign, Author author) implements CampaignFact {}

  /** No lead is left to dial. */
  record Exhausted(CampaignId campaign) implements CampaignFact {}

  /** A campaign that had no lead left to dial has one again, and dials on by itself. */
  record Resumed(CampaignId campaign, ResumeReason reason) implements CampaignFact {}

  /** A campaign is over for good. */
  record Closed(CampaignId campaign, Author author) implements CampaignFact {}

  /** Nobody is dialled any more, by no campaign. */
  record DiallingStopped(Author author) implements CampaignFact {}

  /** Campaigns may dial again. */
  record DiallingAllowed(Author author) implements CampaignFact {}

  /**
   * A lead is being dialled. Recorded before the telephone is asked to ring.
   *
   * @param slot which of the lead's numbers, from 0
   * @param identity the number's
   * @param attempt how often the lead has been dialled, this one included
   * @param reading what the pacer saw
   */
  record Dialled(
      CampaignId campaign,
      ListId list,
      int lead,
      int slot,
      IdentityId identity,
      CallId call,
      LegId leg,
      int attempt,
      PacingReading reading)
      implements CampaignFact {}

  /** A call that rang is given up, because it would find nobody if it were answered now. */
  record RingingGivenUp(CampaignId campaign, LegId leg, PacingReading reading)
      implements CampaignFact {}

  /**
   * Somebody, or something, answered and joins the queue.
   *
   * @param sinceMicros where nobody saw them answer, or was told late: when that was at the
   *     earliest, epoch microseconds, from which their wait counts; 0 where it is when this was
   *     recorded
   */
  record Answered(CampaignId campaign, CallId call, LegId leg, long sinceMicros)
      implements CampaignFact {

    /** Seen in time. */
    public Answered(CampaignId campaign, CallId call, LegId leg) {
      this(campaign, call, leg, 0);
    }

    /** Whether it was seen in time, so that it is known how long it rang. */
    public boolean isSeen() {
      return sinceMicros == 0;
    }

    /** When it counts as answered; {@code seenMicros} where that was seen. */
    public long atMicros(long seenMicros) {
      return sinceMicros == 0 ? seenMicros : StrictMath.min(sinceMicros, seenMicros);
    }
  }

  /** Who has answered has an agent. */
  record Connected(CampaignId campaign, CallId call, LegId leg, AgentId agent, long waitedMillis)
      implements CampaignFact {}

  /**
   * No agent was there in time for who has answered.
   *
   * @param lockedUntilMicros until when the number is left in peace, epoch microseconds
   * @param reason why nobody was there; null where that was not recorded yet
   */
  record Abandoned(
      CampaignId campaign,
      CallId call,
      LegId leg,
      IdentityId identity,
      long lockedUntilMicros,
      @Nullable AbandonReason reason)
      implements CampaignFact {}

  /** A node listens to who, or what, has answered: by this leg of ours. */
  record ScreeningBegun(CampaignId campaign, CallId call, LegId leg, LegId snoop)
      implements CampaignFact {}

  /**
   * Who has answered talks, or has finished what they said first.
   *
   * @param talking whether they go on
   * @param millis from the answer to the end of it; 0 while they go on, and where it does not count
   */
  record GreetingHeard(CampaignId campaign, CallId call, LegId leg, boolean talking, long millis)
      implements CampaignFact {}

  /**
   * A node has said what has answered.
   *
   * @param cause in the detector's words; {@code LATE} and {@code GONE} are ours
   * @param millis from the answer to the verdict
   * @param greetingMillis from the answer to the end of what a person said first; -1 where unknown
   * @param treatment what follows from it
   * @param noDrop whether it had counted as abandoned and does no longer: it is given up as a
   *     machine, which waits for nobody
   */
  record AttemptScreened(
      CampaignId campaign,
      CallId call,
      LegId leg,
      ScreeningVerdict verdict,
      String cause,
      long millis,
      long greetingMillis,
      MachineTreatment treatment,
      boolean noDrop)
      implements CampaignFact {}

  /**
   * An agent has said what it was that a detector took for a machine.
   *
   * @param person whether it was a person
   */
  record AttemptAudited(CampaignId campaign, CallId call, LegId leg, AgentId agent, boolean person)
      implements CampaignFact {}

  /** A machine is told a message. */
  record MessageStarted(CampaignId campaign, CallId call, LegId leg, PlaybackId playback)
      implements CampaignFact {}

  /** A machine was told a message to its end. */
  record MessageLeft(CampaignId campaign, CallId call, LegId leg) implements CampaignFact {}

  /**
   * Who has answered and waits chose to be called back.
   *
   * @param waitedMillis since they answered
   */
  record CallbackChosen(CampaignId campaign, CallId call, LegId leg, long waitedMillis)
      implements CampaignFact {}

  /**
   * An attempt is over.
   *
   * @param next where the lead stands now
   * @param dueMicros when it may be dialled again, epoch microseconds; 0 for never
   */
  record AttemptEnded(
      CampaignId campaign,
      ListId list,
      int lead,
      CallId call,
      LegId leg,
      AttemptOutcome outcome,
      LeadPhase next,
      long dueMicros)
      implements CampaignFact {}

  /**
   * An attempt of a campaign without agents went on: the message began, was heard to its end or
   * could not be played, or who heard it pressed a key.
   */
  record MessageWent(CampaignId campaign, CallId call, LegId leg, AttemptPhase phase)
      implements CampaignFact {}

  /** Leads that were due are not dialled before an instant, epoch microseconds. */
  record LeadsPutOff(
      CampaignId campaign, ListId list, Gate gate, List<Integer> leads, long dueMicros)
      implements CampaignFact {}

  /** A lead is not dialled as long as the gate is shut. */
  record LeadForbidden(CampaignId campaign, ListId list, int lead, Gate gate)
      implements CampaignFact {}

  /** Leads that were forbidden may be dialled again; the gates are asked anew at each dial. */
  record LeadsPermitted(CampaignId campaign, ListId list, List<Integer> leads)
      implements CampaignFact {}

  /** The lead's telephone shows this number of a pool of ours. Follows {@link Dialled}. */
  record CallerIdShown(CampaignId campaign, LegId leg, String number) implements CampaignFact {}

  /**
   * A number of ours is answered less than it should be: it is perhaps shown as unwanted.
   *
   * @param ended its calls within 24 hours
   * @param answered of these
   * @param othersEnded the calls it was compared with: of the pool's other numbers, or its own of
   *     the days before
   * @param othersAnswered of these
   */
  record CallerIdFell(
      CampaignId campaign,
      String number,
      long ended,
      long answered,
      long othersEnded,
      long othersAnswered)
      implements CampaignFact {}

  /** A number of ours is answered as it should be again, or shown too little to tell. */
  record CallerIdRecovered(CampaignId campaign, String number) implements CampaignFact {}

  /**
   * A line of the campaign costs something once it is answered. Follows {@link Dialled}.
   *
   * @param millionths what a minute costs, millionths of the currency
   * @param firstSeconds so much is billed at least
   * @param nextSeconds in steps of so much what comes after it is billed
   */
  record LinePriced(
      CampaignId campaign, LegId leg, long millionths, int firstSeconds, int nextSeconds)
      implements CampaignFact {}

  /**
   * A line that was answered is over, and paid for. Before {@link AttemptEnded}.
   *
   * @param seconds how many are billed
   * @param cost what they cost, millionths of the currency
   */
  record LineBilled(CampaignId campaign, LegId leg, long seconds, long cost)
      implements CampaignFact {}

  /** Something else keeps the campaign from dialling more. */
  record LimitChanged(CampaignId campaign, DialLimit limit, @Nullable PacingReading reading)
      implements CampaignFact {}
}
