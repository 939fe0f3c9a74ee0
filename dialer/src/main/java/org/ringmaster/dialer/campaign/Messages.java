// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Gather;
import org.ringmaster.core.call.GatherEnd;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.callback.Callbacks;
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
 * reach the queue, where they wait like any caller, to be called back by it, or never to be called
 * again. What was said when the message began holds to its end, whatever the configuration says
 * meanwhile. Owned by the kernel thread.
 */
final class Messages {

  private static final String PURPOSE = "campaign.message";

  /** No message is longer: the time for a key begins at its end. */
  private static final long LONGEST_MILLIS = 600_000;

  private static final Author LEAD = new Author("lead, by key");
  private static final Author PLATFORM = new Author("the platform");

  /** Asterisk says that a message failed, too, when who heard it hangs up: their end follows. */
  private static final long GONE_MICROS = 500_000;

  /** So many in a row who heard nothing are no matter of one call. */
  private static final int FEW_FAILURES = 3;

  private final CampaignBooks books;
  private final MessageBooks told;
  private final CallControl calls;
  private final Acd acd;
  private final Callbacks callbacks;
  private final Journeys journeys;
  private final Lists lists;

  Messages(
      CampaignBooks books,
      MessageBooks told,
      CallControl calls,
      Acd acd,
      Callbacks callbacks,
      Journeys journeys,
      Lists lists) {
    this.books = books;
    this.told = told;
    this.calls = calls;
    this.acd = acd;
    this.callbacks = callbacks;
    this.journeys = journeys;
    this.lists = lists;
  }

  /** Somebody answered: whether their campaign has a message for them, which begins. */
  boolean tells(Attempt attempt, CampaignPlan plan, Decision decision) {
    MessageRules rules = plan.message();
    if (plan.mode() != CampaignMode.AGENTLESS || rules == null) {
      return false;
    }
    begins(attempt, rules, decision);
    return true;
  }

  private void begins(Attempt attempt, MessageRules rules, Decision decision) {
    goesOn(attempt, AttemptPhase.TOLD, decision);
    calls.gather(
        attempt.leg(),
        rules.prompts(),
        new Gather(PURPOSE, 1, "", LONGEST_MILLIS, LONGEST_MILLIS).only(keys(rules)),
        decision);
  }

  /** The message is over, from here the time for a key runs; or nobody could hear it. */
  void ended(CallFact.PromptEnded prompt, Decision decision) {
    Attempt attempt = books.attempt(prompt.leg());
    Leg leg = calls.books().leg(prompt.leg());
    if (attempt == null
        || leg == null
        || leg.hangUpAsked()
        || attempt.phase() != AttemptPhase.TOLD) {
      return;
    }
    MessageRules rules = rules(attempt);
    if (rules == null) {
      calls.hangUp(attempt.leg(), HangupCause.NORMAL, decision);
    } else if (prompt.failed()) {
      decision.remindAt(
          decision.nowMicros() + GONE_MICROS, new CampaignInput.MessageDue(attempt.leg()));
    } else {
      Gather keys =
          new Gather(PURPOSE, 1, "", rules.keyMillis(), rules.keyMillis()).only(keys(rules));
      calls.gather(attempt.leg(), List.of(), keys, decision);
    }
  }

  /** The keys that a message knows: another one is a slip of the finger and ends nothing. */
  private static String keys(MessageRules rules) {
    return rules.queueKey() + rules.optOutKey() + rules.callbackKey();
  }

  private @Nullable MessageRules rules(Attempt attempt) {
    MessageBooks.Told begun = told.of(attempt.leg());
    return begun == null
        ? Objects.requireNonNull(books.campaign(attempt.campaign())).plan().message()
        : begun.rules();
  }

  /**
   * Who heard nothing is still on the line, so it was not their hang-up: they are told once more,
   * for perhaps only the node was away. In vain the call is over, and the campaign is paused where
   * others heard nothing before them.
   */
  void due(LegId id, Decision decision) {
    Attempt attempt = books.attempt(id);
    MessageBooks.Told begun = told.of(id);
    Leg leg = calls.books().leg(id);
    if (attempt == null
        || begun == null
        || leg == null
        || !begun.silent()
        || leg.hangUpAsked()
        || attempt.phase() != AttemptPhase.TOLD) {
      return;
    }
    if (begun.begun() == 1) {
      begins(attempt, begun.rules(), decision);
      return;
    }
    goesOn(attempt, AttemptPhase.MESSAGE_FAILED, decision);
    calls.hangUp(id, HangupCause.NORMAL, decision);
    Campaign campaign = Objects.requireNonNull(books.campaign(attempt.campaign()));
    if (told.failuresInARow(campaign.id()) >= FEW_FAILURES
        && campaign.state() == CampaignState.RUNNING) {
      stops(campaign, decision);
    }
  }

  /** Nobody more is called for nothing, and nobody answers who is being called. */
  private void stops(Campaign campaign, Decision decision) {
    decision.record(new CampaignFact.Paused(campaign.id(), PLATFORM));
    decision.record(new CampaignFact.LimitChanged(campaign.id(), DialLimit.MESSAGE_FAILS, null));
    for (Attempt other : List.copyOf(campaign.attempts.values())) {
      if (other.phase() == AttemptPhase.RINGING) {
        calls.hangUp(other.leg(), HangupCause.NORMAL, decision);
      }
    }
  }

  /** After a start of the platform: reminders are not kept. */
  void remindAgain(Decision decision) {
    for (MessageBooks.Told one : told.all()) {
      if (one.silent()) {
        decision.remindAt(
            decision.nowMicros() + GONE_MICROS, new CampaignInput.MessageDue(one.leg()));
      }
    }
  }

  private static void goesOn(Attempt attempt, AttemptPhase phase, Decision decision) {
    decision.record(
        new CampaignFact.MessageWent(attempt.campaign(), attempt.call(), attempt.leg(), phase));
  }

  /** Who heard it pressed a key, or did not. */
  void said(CallFact.DigitsGathered gathered, Decision decision) {
    Attempt attempt = books.attempt(gathered.leg());
    if (attempt == null || gathered.end() == GatherEnd.LEG_ENDED) {
      return;
    }
    boolean isTold = attempt.phase() == AttemptPhase.TOLD;
    // Whoever is to be hung up, and is still there, may say no all the same.
    boolean maySayNo =
        isTold
            || attempt.phase() == AttemptPhase.HEARD
            || attempt.phase() == AttemptPhase.MESSAGE_FAILED;
    CampaignPlan plan = Objects.requireNonNull(books.campaign(attempt.campaign())).plan();
    MessageRules rules = rules(attempt);
    String key = gathered.digits().text();
    if (maySayNo && rules != null && !key.isEmpty() && key.equals(rules.optOutKey())) {
      optsOut(attempt, decision);
    } else if (!isTold) {
      return;
    } else if (rules != null && !key.isEmpty() && key.equals(rules.queueKey())) {
      joins(attempt, plan, decision);
    } else if (rules != null && !key.isEmpty() && key.equals(rules.callbackKey())) {
      isCalledBack(attempt, plan, decision);
    } else {
      goesOn(attempt, AttemptPhase.HEARD, decision);
      calls.hangUp(attempt.leg(), HangupCause.NORMAL, decision);
    }
  }

  private void optsOut(Attempt attempt, Decision decision) {
    goesOn(attempt, AttemptPhase.OPTED_OUT, decision);
    Personal number = number(attempt);
    if (number != null) {
      journeys.refused(number, ConsentScope.CAMPAIGN, LEAD, decision);
    }
    calls.hangUp(attempt.leg(), HangupCause.NORMAL, decision);
  }

  private @Nullable Personal number(Attempt attempt) {
    Leads leads = lists.books().leads(attempt.list());
    Call call = calls.books().call(attempt.call());
    if (leads != null) {
      return new Personal("+" + leads.number(attempt.lead(), attempt.slot()));
    }
    return call == null ? null : call.callerNumber(); // As it was dialled.
  }

  /**
   * The queue calls them back when an agent has time. Where it calls nobody back any more, or where
   * their clock is not that of the campaign's hours, by which they would be called back, they are
   * its callers at once: their wish is not lost.
   */
  private void isCalledBack(Attempt attempt, CampaignPlan plan, Decision decision) {
    Personal number = number(attempt);
    if (number != null
        && callbacks.takes(plan.queue(), number)
        && livesByTheHours(attempt, plan, decision)) {
      goesOn(attempt, AttemptPhase.CALLBACK, decision);
      callbacks.take(
          attempt.leg(), attempt.call(), plan.queue(), number, plan.hours().id(), decision);
    } else {
      joins(attempt, plan, decision);
    }
  }

  private boolean livesByTheHours(Attempt attempt, CampaignPlan plan, Decision decision) {
    Leads leads = lists.books().leads(attempt.list());
    Instant now = Instant.EPOCH.plus(decision.wallMicros(), ChronoUnit.MICROS);
    ZoneOffset ours = ZoneId.of(plan.hours().zone()).getRules().getOffset(now);
    return leads != null
        && leads.zones(attempt.lead()).stream()
            .allMatch(zone -> zone.getRules().getOffset(now).equals(ours));
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
