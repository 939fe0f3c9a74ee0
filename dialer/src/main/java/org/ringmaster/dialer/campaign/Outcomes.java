// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.Claim;
import org.ringmaster.core.queue.EntryState;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.recording.RecordingControl;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.dialer.callerid.CallerIdPool;
import org.ringmaster.dialer.callerid.CallerIdUse;
import org.ringmaster.dialer.callerid.CallerIds;

/**
 * What comes of attempts: who answers joins the queue, who finds no agent in time hears a message,
 * and each end becomes one outcome. Owned by the kernel thread.
 */
final class Outcomes {

  /**
   * The second witness has spoken by then, or has nothing to say: as after a crash of Asterisk, or
   * where it writes no channel event log.
   */
  private static final long WITNESS_MICROS = 30_000_000;

  private final CampaignBooks books;
  private final CallControl calls;
  private final Acd acd;
  private final RecordingControl recordings;
  private final Previewing previewing;
  private final Messages messages;
  private final DropKeys dropKeys;
  private final Billing billing;

  Outcomes(
      CampaignBooks books,
      CallControl calls,
      Acd acd,
      RecordingControl recordings,
      Previewing previewing,
      Messages messages,
      DropKeys dropKeys) {
    this.messages = messages;
    this.dropKeys = dropKeys;
    this.previewing = previewing;
    this.books = books;
    billing = new Billing(books);
    this.calls = calls;
    this.acd = acd;
    this.recordings = recordings;
  }

  /**
   * Somebody, or something, answered. Where nobody saw when, their wait counts from the earliest
   * moment at which that can have been: what is unknown is no time for us.
   */
  void answered(CallFact.LegEntered entered, Decision decision) {
    LegId id = entered.leg();
    Attempt attempt = books.attempt(id);
    Leg leg = calls.books().leg(id);
    if (attempt == null
        || leg == null
        || attempt.phase() != AttemptPhase.RINGING
        || leg.hangUpAsked()) {
      return;
    }
    decision.record(
        new CampaignFact.Answered(
            attempt.campaign(), attempt.call(), id, entered.earliestMicros()));
    CampaignPlan plan = planOf(attempt);
    RecordingPolicy recording = plan.recording();
    if (recording != null) { // Before anybody talks, by whichever way they come to it.
      recordings.overrule(
          attempt.call(), plan.queue(), recording, "campaign " + plan.id(), decision);
    }
    if (previewing.joins(id, leg, decision)) {
      return; // Its agent was there first.
    }
    if (messages.tells(attempt, plan, decision)) {
      return;
    }
    if (acd.books().queue(plan.queue()) == null) {
      Attempt dropped = Objects.requireNonNull(books.attempt(id));
      abandon(dropped, AbandonReason.NO_AGENT, decision);
      dropKeys.listen(dropped, plan, decision);
      tells(id, plan, decision);
      return;
    }
    remind(Objects.requireNonNull(books.attempt(id)), decision);
    if (acd.refusal(plan.queue(), leg.node(), 0) == null) {
      acd.join(leg, plan.queue(), decision);
    } else { // It was closed while the telephone rang: whom we have called is not turned away.
      acd.takeBack(leg, plan.queue(), Claim.NONE, decision);
    }
  }

  /** The carrier says that a telephone rings: from here it rings as long as it shall. */
  void rang(LegId leg, Decision decision) {
    Attempt attempt = books.attempt(leg);
    if (attempt != null && attempt.phase() == AttemptPhase.RINGING) {
      remindOfRing(attempt, decision);
    }
  }

  /** Where the node would let it ring for longer, because it had to begin to count earlier. */
  private void remindOfRing(Attempt attempt, Decision decision) {
    CampaignPlan plan = planOf(attempt);
    if (attempt.rangMicros() != 0 && plan.dialMillis() > plan.ringMillis()) {
      decision.remindAt(
          StrictMath.max(decision.nowMicros(), ringUntilMicros(attempt, plan)),
          new CampaignInput.RingDue(attempt.leg()));
    }
  }

  private static long ringUntilMicros(Attempt attempt, CampaignPlan plan) {
    return attempt.rangMicros() + plan.ringMillis() * Campaigns.MICROS_PER_MILLI;
  }

  /** Nobody has answered in the time; where the plan gives more by now, the node has the word. */
  void ringDue(LegId leg, Decision decision) {
    Attempt attempt = books.attempt(leg);
    if (attempt != null
        && attempt.phase() == AttemptPhase.RINGING
        && ringUntilMicros(attempt, planOf(attempt)) <= decision.nowMicros()) {
      calls.hangUp(leg, HangupCause.NO_ANSWER, decision);
    }
  }

  private CampaignPlan planOf(Attempt attempt) {
    return Objects.requireNonNull(books.campaign(attempt.campaign())).plan();
  }

  /** When an agent must be there; at once where that is over. */
  private void remind(Attempt attempt, Decision decision) {
    long due = StrictMath.max(decision.nowMicros(), holdUntilMicros(attempt, decision));
    decision.remindAt(due, new CampaignInput.HoldDue(attempt.leg()));
  }

  private long holdUntilMicros(Attempt attempt, Decision decision) {
    return books.screenings().holdUntilMicros(attempt, planOf(attempt), decision.nowMicros());
  }

  void connected(QueueFact.EntryConnected connected, Decision decision) {
    Attempt attempt = books.attempt(connected.call());
    if (attempt != null && isInLine(attempt)) {
      endGreeting(attempt, decision);
      decision.record(
          new CampaignFact.Connected(
              attempt.campaign(),
              attempt.call(),
              attempt.leg(),
              connected.agent(),
              waitedMillis(attempt, decision)));
    }
  }

  /** Who still talks has not waited: their greeting ends with the agent, and that is on record. */
  private void endGreeting(Attempt attempt, Decision decision) {
    if (books.screenings().isGreeting(attempt, decision.nowMicros())) {
      long millis = (decision.nowMicros() - attempt.answeredMicros()) / Campaigns.MICROS_PER_MILLI;
      decision.record(
          new CampaignFact.GreetingHeard(
              attempt.campaign(), attempt.call(), attempt.leg(), false, millis));
    }
  }

  /** Who counts as abandoned may wait on, and come to an agent all the same. */
  private static boolean isInLine(Attempt attempt) {
    return attempt.phase() == AttemptPhase.WAITING || attempt.phase() == AttemptPhase.ABANDONED;
  }

  private long holdFromMicros(Attempt attempt, Decision decision) {
    return books.screenings().holdFromMicros(attempt, planOf(attempt), decision.nowMicros());
  }

  private long waitedMillis(Attempt attempt, Decision decision) {
    long waited = StrictMath.max(0, decision.nowMicros() - holdFromMicros(attempt, decision));
    return waited / Campaigns.MICROS_PER_MILLI;
  }

  /** The agent was lost before the two could hear each other. */
  void returned(CallId call, Decision decision) {
    Attempt attempt = books.attempt(call);
    if (attempt != null && attempt.phase() == AttemptPhase.WAITING) {
      remind(attempt, decision);
    }
  }

  /** Who has answered has waited as long as they may; one for whom an agent is rung waits on. */
  void holdDue(LegId leg, Decision decision) {
    Attempt attempt = books.attempt(leg);
    if (attempt == null || attempt.phase() != AttemptPhase.WAITING) {
      return;
    }
    CampaignPlan plan = planOf(attempt);
    long holdMicros = plan.holdMillis() * Campaigns.MICROS_PER_MILLI;
    long due = holdUntilMicros(attempt, decision);
    if (due > decision.nowMicros()) { // They had not finished their greeting when they answered.
      decision.remindAt(due, new CampaignInput.HoldDue(leg));
      return;
    }
    QueueEntry entry = acd.books().entryOf(leg);
    if (entry == null || entry.state() == EntryState.WAITING) {
      abandon(attempt, AbandonReason.NO_AGENT, decision);
      boolean waitsOn =
          entry != null && (plan.queueOverflow() || !entry.queue().equals(plan.queue()));
      if (waitsOn) {
        return; // As its queue wants, or whoever sent them to another one.
      }
      dropKeys.listen(attempt, plan, decision);
      if (entry != null) {
        acd.places().sendAway(entry, plan.dropPrompts(), decision);
      } else {
        tells(leg, plan, decision);
      }
    } else {
      decision.remindAt(decision.nowMicros() + holdMicros, new CampaignInput.HoldDue(leg));
    }
  }

  /** Where somebody goes who has answered and whom the queue does not keep; null for no attempt. */
  @Nullable Overflow targetOf(Leg leg) {
    Attempt attempt = books.attempt(leg.id());
    if (attempt == null || attempt.phase() != AttemptPhase.WAITING) {
      return null;
    }
    CampaignPlan plan = planOf(attempt);
    if (plan.queueOverflow()) {
      return null;
    }
    return plan.dropPrompts().isEmpty()
        ? Overflow.HANG_UP
        : new Overflow(Overflow.Kind.PROMPT, null, plan.dropPrompts(), null, null);
  }

  /**
   * Who has answered leaves a queue. In another one they wait on, and whoever serves them there has
   * reached them; who chose to be called back is called by nobody else.
   */
  void sentOn(QueueFact.EntryOverflowed fact, Decision decision) {
    Attempt attempt = books.attempt(fact.call());
    if (attempt == null || !isInLine(attempt)) {
      return;
    }
    switch (fact.target().kind()) {
      case QUEUE -> {}
      case CALLBACK -> {
        long waited = waitedMillis(attempt, decision);
        if (attempt.phase() == AttemptPhase.WAITING && waited > planOf(attempt).holdMillis()) {
          // They chose when the time for an agent was over.
          abandon(attempt, AbandonReason.NO_AGENT, decision);
        }
        decision.record(
            new CampaignFact.CallbackChosen(
                attempt.campaign(), attempt.call(), attempt.leg(), waited));
      }
      case HANG_UP, PROMPT, NUMBER, VOICEMAIL -> sentAway(fact.call(), fact.target(), decision);
    }
  }

  /**
   * The queue did not keep who has answered: without an agent, they count as abandoned. The key of
   * the campaign's message is heard only where they hear that message: one that is pressed in a
   * mailbox, or at an outside number, is meant for that.
   */
  void sentAway(CallId call, Overflow target, Decision decision) {
    Attempt attempt = books.attempt(call);
    if (attempt != null && attempt.phase() == AttemptPhase.WAITING) {
      CampaignPlan plan = planOf(attempt);
      abandon(attempt, AbandonReason.NO_AGENT, decision);
      boolean isTold = target.kind() == Overflow.Kind.PROMPT && !plan.queueOverflow();
      if (isTold && target.prompts().equals(plan.dropPrompts())) {
        dropKeys.listen(attempt, plan, decision);
      }
    }
  }

  /** Who is in no queue hears who has called them, and the call is over. */
  private void tells(LegId leg, CampaignPlan plan, Decision decision) {
    if (plan.dropPrompts().isEmpty()) {
      calls.hangUp(leg, HangupCause.NORMAL, decision);
    } else {
      calls.play(leg, plan.dropPrompts(), true, decision);
    }
  }

  /**
   * Somebody answered just as we took their call back, for whatever reason: they heard nobody.
   * Where nobody was promised an agent nobody is abandoned, and the attempt ends as given up.
   */
  void answeredTooLate(LegId id, Decision decision) {
    Attempt attempt = books.attempt(id);
    Leg leg = calls.books().leg(id);
    if (attempt == null || leg == null || planOf(attempt).mode() == CampaignMode.AGENTLESS) {
      return;
    }
    boolean isTakenBack = attempt.phase() == AttemptPhase.RINGING && leg.hangUpAsked();
    if (isTakenBack || attempt.phase() == AttemptPhase.GIVEN_UP) {
      abandon(attempt, AbandonReason.TAKEN_BACK, decision);
    }
  }

  private void abandon(Attempt attempt, AbandonReason reason, Decision decision) {
    long locked = decision.nowMicros() + planOf(attempt).lockMillis() * Campaigns.MICROS_PER_MILLI;
    decision.record(
        new CampaignFact.Abandoned(
            attempt.campaign(), attempt.call(), attempt.leg(), attempt.identity(), locked, reason));
  }

  /** The attempt is over, or will be soon; whose it was, or null where it was none. */
  @Nullable CampaignId legEnded(CallFact.LegEnded ended, Decision decision) {
    Attempt attempt = books.attempt(ended.leg());
    if (attempt == null) {
      return null;
    }
    if (attempt.phase() == AttemptPhase.UNSEEN) {
      remindOfWitness(attempt.leg(), decision);
      return attempt.campaign();
    }
    long holdMicros = planOf(attempt).holdMillis() * Campaigns.MICROS_PER_MILLI;
    if (attempt.phase() == AttemptPhase.WAITING
        && decision.nowMicros() - holdFromMicros(attempt, decision) > holdMicros) {
      // Whoever hangs up after the time in which an agent had to be there was abandoned.
      abandon(attempt, AbandonReason.NO_AGENT, decision);
      attempt = Objects.requireNonNull(books.attempt(ended.leg()));
    }
    AttemptOutcome outcome =
        switch (attempt.phase()) {
          case RINGING -> AttemptOutcome.unanswered(ended.cause());
          case GIVEN_UP -> AttemptOutcome.NO_ANSWER;
          case WAITING -> AttemptOutcome.HUNG_UP;
          case TALKING -> AttemptOutcome.TALKED;
          case ABANDONED -> AttemptOutcome.ABANDONED;
          case MACHINE -> AttemptOutcome.MACHINE;
          case MESSAGE_LEFT -> AttemptOutcome.MESSAGE_LEFT;
          case CALLBACK -> AttemptOutcome.CALLBACK;
          case TOLD -> AttemptOutcome.HUNG_UP;
          case HEARD -> AttemptOutcome.HEARD;
          case OPTED_OUT -> AttemptOutcome.OPTED_OUT;
          case QUEUED -> AttemptOutcome.QUEUED;
          case MESSAGE_FAILED -> AttemptOutcome.MESSAGE_FAILED;
          case UNSEEN -> AttemptOutcome.LOST;
        };
    end(attempt, outcome, decision);
    return attempt.campaign();
  }

  /** The second witness has so long to tell of a leg's end. */
  static void remindOfWitness(LegId leg, Decision decision) {
    decision.remindAt(decision.nowMicros() + WITNESS_MICROS, new CampaignInput.WitnessDue(leg));
  }

  /**
   * The second witness says how a leg ended that nobody saw end; whose attempt it was, or null.
   * While the platform was away Asterisk hung up whoever answered: they heard nobody, whoever they
   * were.
   */
  @Nullable CampaignId witnessed(CallFact.EndWitnessed fact, Decision decision) {
    Attempt attempt = books.attempt(fact.leg());
    if (attempt == null) {
      billing.isKnown(fact.leg(), decision);
    }
    if (attempt == null || attempt.phase() != AttemptPhase.UNSEEN) {
      return null;
    }
    if (fact.answeredMicros() <= 0) {
      boolean isKnown = fact.answeredMicros() == 0;
      AttemptOutcome outcome =
          isKnown ? AttemptOutcome.unanswered(fact.cause()) : AttemptOutcome.LOST;
      end(attempt, outcome, decision);
      return attempt.campaign();
    }
    long since = StrictMath.max(attempt.dialledMicros(), fact.answeredMicros());
    decision.record(
        new CampaignFact.Answered(attempt.campaign(), attempt.call(), attempt.leg(), since));
    if (planOf(attempt).mode() == CampaignMode.AGENTLESS) { // Nobody was promised an agent.
      end(attempt, AttemptOutcome.MESSAGE_FAILED, decision);
    } else {
      abandon(attempt, AbandonReason.UNSEEN, decision);
      end(attempt, AttemptOutcome.ABANDONED, decision);
    }
    return attempt.campaign();
  }

  /** The second witness has had its time; whose attempt it was, or null where it is over. */
  @Nullable CampaignId witnessDue(LegId leg, Decision decision) {
    Attempt attempt = books.attempt(leg);
    if (attempt == null) {
      billing.isKnown(leg, decision);
    }
    if (attempt == null || attempt.phase() != AttemptPhase.UNSEEN) {
      return null;
    }
    end(attempt, AttemptOutcome.LOST, decision);
    return attempt.campaign();
  }

  private void end(Attempt attempt, AttemptOutcome outcome, Decision decision) {
    String shown = books.callerIds().shownBy(attempt.leg());
    LeadStates list = books.leads(attempt.list());
    CampaignPlan plan = planOf(attempt);
    int same = list == null ? 0 : list.tries(attempt.lead(), outcome) + 1;
    int all = list == null ? 0 : list.tries(attempt.lead()) + 1;
    boolean isReached = outcome == AttemptOutcome.TALKED || outcome == AttemptOutcome.CALLBACK;
    boolean again = !isReached && plan.isRecycled(outcome, same, all);
    LeadPhase next = again ? LeadPhase.RESTING : LeadPhase.SPENT;
    billing.attemptEnds(attempt.leg(), decision);
    decision.record(
        new CampaignFact.AttemptEnded(
            attempt.campaign(),
            attempt.list(),
            attempt.lead(),
            attempt.call(),
            attempt.leg(),
            outcome,
            isReached ? LeadPhase.REACHED : next,
            again
                ? decision.nowMicros() + plan.delayMillis(outcome) * Campaigns.MICROS_PER_MILLI
                : 0));
    if (shown != null) {
      watch(attempt.campaign(), plan.callerIds(), shown, decision);
    }
  }

  /** Says when a number of ours is answered less than it should be, and when no longer. */
  private void watch(
      CampaignId campaign, @Nullable CallerIdPool pool, String number, Decision decision) {
    if (pool == null || !pool.numbers().contains(number)) {
      return; // Nobody shows it any more.
    }
    CallerIds all = books.callerIds();
    CallerIdUse own = all.use(number, decision.nowMicros());
    CallerIdUse others = all.others(pool, number, decision.nowMicros());
    if (all.falls(own, others)) {
      decision.record(
          new CampaignFact.CallerIdFell(
              campaign, number, own.ended(), own.answered(), others.ended(), others.answered()));
    } else if (all.recovers(own, others)) {
      decision.record(new CampaignFact.CallerIdRecovered(campaign, number));
    }
  }

  /** After a start of the platform: reminders are not kept. */
  void remindAgain(Decision decision) {
    for (Attempt attempt : books.attempts()) {
      if (attempt.phase() == AttemptPhase.WAITING) {
        remind(attempt, decision);
      } else if (attempt.phase() == AttemptPhase.RINGING) {
        remindOfRing(attempt, decision);
      } else if (attempt.phase() == AttemptPhase.UNSEEN) {
        remindOfWitness(attempt.leg(), decision);
      }
    }
    billing.remindAgain(decision);
  }
}
