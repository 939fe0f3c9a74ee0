// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;
import java.util.Objects;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Gather;
import org.ringmaster.core.call.GatherEnd;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.Claim;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.Lists;

/**
 * Tells who answers a campaign without agents its message, and does what they ask for by key: to
 * reach the queue, where they wait like any caller, or never to be called again. Owned by the
 * kernel thread.
 */
final class Messages {

  private static final String PURPOSE = "campaign.message";

  /** No message is longer: the time for a key begins at its end. */
  private static final long LONGEST_MILLIS = 600_000;

  private static final Author LEAD = new Author("lead, by key");

  private final CampaignBooks books;
  private final CallControl calls;
  private final Acd acd;
  private final Journeys journeys;
  private final Lists lists;

  Messages(CampaignBooks books, CallControl calls, Acd acd, Journeys journeys, Lists lists) {
    this.books = books;
    this.calls = calls;
    this.acd = acd;
    this.journeys = journeys;
    this.lists = lists;
  }

  /** Somebody answered: whether their campaign has a message for them, which begins. */
  boolean tells(Attempt attempt, CampaignPlan plan, Decision decision) {
    MessageRules rules = plan.message();
    if (plan.mode() != CampaignMode.AGENTLESS || rules == null) {
      return false;
    }
    goesOn(attempt, AttemptPhase.TOLD, decision);
    calls.gather(
        attempt.leg(),
        rules.prompts(),
        new Gather(PURPOSE, 1, "", LONGEST_MILLIS, LONGEST_MILLIS),
        decision);
    return true;
  }

  /**
   * The message is over, from here the time for a key runs. One that could not be played was heard
   * by nobody.
   */
  void ended(CallFact.PromptEnded prompt, Decision decision) {
    Attempt attempt = books.attempt(prompt.leg());
    Leg leg = calls.books().leg(prompt.leg());
    if (attempt == null
        || leg == null
        || leg.hangUpAsked()
        || attempt.phase() != AttemptPhase.TOLD) {
      return;
    }
    MessageRules rules =
        Objects.requireNonNull(books.campaign(attempt.campaign())).plan().message();
    if (prompt.failed() || rules == null) {
      calls.hangUp(attempt.leg(), HangupCause.NORMAL, decision);
    } else {
      Gather keys = new Gather(PURPOSE, 1, "", rules.keyMillis(), rules.keyMillis());
      calls.gather(attempt.leg(), List.of(), keys, decision);
    }
  }

  private static void goesOn(Attempt attempt, AttemptPhase phase, Decision decision) {
    decision.record(
        new CampaignFact.MessageWent(attempt.campaign(), attempt.call(), attempt.leg(), phase));
  }

  /** Who heard it pressed a key, or did not. */
  void said(CallFact.DigitsGathered gathered, Decision decision) {
    Attempt attempt = books.attempt(gathered.leg());
    if (attempt == null
        || attempt.phase() != AttemptPhase.TOLD
        || gathered.end() == GatherEnd.LEG_ENDED) {
      return;
    }
    CampaignPlan plan = Objects.requireNonNull(books.campaign(attempt.campaign())).plan();
    MessageRules rules = plan.message();
    String key = gathered.digits().text();
    if (rules != null && !key.isEmpty() && key.equals(rules.optOutKey())) {
      optsOut(attempt, decision);
    } else if (rules != null && !key.isEmpty() && key.equals(rules.queueKey())) {
      joins(attempt, plan, decision);
    } else {
      goesOn(attempt, AttemptPhase.HEARD, decision);
      calls.hangUp(attempt.leg(), HangupCause.NORMAL, decision);
    }
  }

  private void optsOut(Attempt attempt, Decision decision) {
    goesOn(attempt, AttemptPhase.OPTED_OUT, decision);
    Leads leads = lists.books().leads(attempt.list());
    Call call = calls.books().call(attempt.call());
    Personal number = call == null ? null : call.callerNumber(); // As it was dialled.
    if (leads != null) {
      number = new Personal("+" + leads.number(attempt.lead(), attempt.slot()));
    }
    if (number != null) {
      journeys.refused(number, ConsentScope.CAMPAIGN, LEAD, decision);
    }
    calls.hangUp(attempt.leg(), HangupCause.NORMAL, decision);
  }

  /** They want to be served: from here they are the queue's, which may send them on. */
  private void joins(Attempt attempt, CampaignPlan plan, Decision decision) {
    Leg leg = calls.books().leg(attempt.leg());
    goesOn(attempt, AttemptPhase.QUEUED, decision);
    if (leg != null && !leg.hangUpAsked() && acd.books().queue(plan.queue()) != null) {
      acd.takeBack(leg, plan.queue(), Claim.NONE, decision);
    } else {
      calls.hangUp(attempt.leg(), HangupCause.NORMAL, decision);
    }
  }
}
