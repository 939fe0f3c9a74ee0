// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Overhearing;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.ScreeningStep;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.desk.DeskFact;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.EntryState;
import org.ringmaster.core.queue.QueueEntry;

/**
 * Lets a node listen to what has answered, and does what the campaign wants with what is taken for
 * a machine. Whoever has answered joins the queue at once all the same, because the verdict takes
 * seconds; and only a clear "machine" ends anything: no verdict, a late one and a detector that
 * fails leave the call as that of a person. Owned by the kernel thread.
 */
final class Screenings {

  /** A verdict that has not come by then will not come: the detector gives up after 5 seconds. */
  private static final long LATE_MICROS = 8_000_000;

  /** The node waits for silence for 30 seconds. */
  private static final long LONGEST_GREETING_MICROS = 40_000_000;

  /**
   * A greeting that a person has finished, as the detector says it: how long it was quiet since.
   */
  private static final String HUMAN = "HUMAN-";

  /** The cause of a verdict that nobody heard when it came: how long it was quiet is not known. */
  private static final String LISTED = "LISTED";

  /** By which name a command that lets a node listen fails. */
  private static final String SCREENING = CallCommand.ScreenLeg.class.getSimpleName();

  /** From this answer on a node has surely not done what was asked. */
  private static final int REFUSED = 400;

  private static final double PERCENT = 100;

  /** The multiplier and shift of a finalizer that spreads near ids far apart (SplitMix64). */
  private static final long MIX = 0xBF58476D1CE4E5B9L;

  private static final int MIX_SHIFT = 29;
  private static final int UNIT_SHIFT = 11;
  private static final double UNIT = 0x1.0p-53;

  private final CampaignBooks books;
  private final ScreeningBooks screenings;
  private final CallControl calls;
  private final Roster roster;
  private final Acd acd;
  private final Overhearing overhearing;

  Screenings(CampaignBooks books, CallControl calls, Roster roster, Acd acd) {
    this.books = books;
    this.screenings = books.screenings();
    this.calls = calls;
    this.roster = roster;
    this.acd = acd;
    this.overhearing = new Overhearing(calls);
  }

  // The listening.

  /** An attempt was answered, and whoever answered is on their way to an agent. */
  void answered(LegId id, Decision decision) {
    Attempt attempt = books.attempt(id);
    Leg leg = calls.books().leg(id);
    if (attempt == null || leg == null || leg.hangUpAsked() || screenings.of(id) != null) {
      return;
    }
    boolean isOn =
        attempt.phase() == AttemptPhase.WAITING || attempt.phase() == AttemptPhase.TALKING;
    if (isOn && planOf(attempt).screening() != null) {
      LegId snoop = overhearing.listen(leg, decision);
      decision.record(
          new CampaignFact.ScreeningBegun(attempt.campaign(), attempt.call(), id, snoop));
      remind(id, LATE_MICROS, decision);
    }
  }

  private static void remind(LegId leg, long micros, Decision decision) {
    decision.remindAt(decision.nowMicros() + micros, new CampaignInput.ScreeningDue(leg));
  }

  /** The leg by which a node shall listen is there. */
  void entered(LegId snoop, Decision decision) {
    Screened one = screenings.by(snoop);
    if (one != null && one.verdict() == null) {
      overhearing.screen(snoop, ScreeningStep.VERDICT, decision);
    }
  }

  /** A node has listened. */
  void heard(CallInput.LegScreened in, Decision decision) {
    Screened one = screenings.by(in.leg());
    if (one == null) {
      forget(in.leg(), decision);
    } else if (one.verdict() == null) {
      judge(one, in.verdict(), in.cause(), in.lateMicros(), decision);
    }
  }

  /** A node lists what lives there: perhaps legs that came back while nobody saw it. */
  void listed(CallInput.NodeListed in, Decision decision) {
    for (SeenLeg seen : in.legs()) {
      Screened one = seen.ours() ? screenings.by(seen.leg()) : null;
      if (one != null && seen.entry().equals(SeenLeg.SILENT)) {
        ended(one, decision);
      } else if (one != null && one.verdict() == null && seen.entry().equals(SeenLeg.SCREENED)) {
        judge(one, ScreeningVerdict.of(seen.dialled()), LISTED, 0, decision);
      }
    }
  }

  /** Nobody listens for anybody any more by this leg. */
  private void forget(LegId snoop, Decision decision) {
    Leg leg = calls.books().leg(snoop);
    if (leg != null && !leg.hangUpAsked()) {
      calls.hangUp(snoop, HangupCause.NORMAL, decision);
    }
  }

  /** The verdict, or the end of the greeting, has not come. */
  void due(LegId leg, Decision decision) {
    Screened one = screenings.of(leg);
    if (one == null) {
      return;
    }
    if (one.verdict() == null) {
      judge(one, ScreeningVerdict.UNKNOWN, "LATE", 0, decision);
    } else if (one.treatment() == MachineTreatment.MESSAGE && one.message() == null) {
      tell(one, decision);
    }
  }

  /** A leg ended: perhaps the one by which a node listened. */
  void legEnded(CallFact.LegEnded ended, Decision decision) {
    Screened one = screenings.by(ended.leg());
    if (one == null) {
      Attempt attempt = books.attempt(ended.leg());
      Screened own = attempt == null ? null : screenings.of(ended.leg());
      if (own != null) {
        forget(own.snoop(), decision);
      }
    } else if (one.verdict() == null) {
      judge(one, ScreeningVerdict.UNKNOWN, "GONE", 0, decision);
    } else if (one.treatment() == MachineTreatment.MESSAGE && one.message() == null) {
      tell(one, decision);
    }
  }

  /** After a start of the platform: reminders are not kept. */
  void remindAgain(Decision decision) {
    for (Screened one : screenings.all()) {
      if (one.verdict() == null) {
        remind(one.leg(), LATE_MICROS, decision);
      } else if (one.treatment() == MachineTreatment.MESSAGE && one.message() == null) {
        remind(one.leg(), LONGEST_GREETING_MICROS, decision);
      }
    }
  }

  // What follows.

  private void judge(
      Screened one, ScreeningVerdict verdict, String cause, long lateMicros, Decision decision) {
    Attempt attempt = books.attempt(one.leg());
    if (attempt == null) {
      return;
    }
    // A verdict that is late on its way gives nobody more time.
    long at = decision.nowMicros() - lateMicros;
    long millis = StrictMath.max(0, at - attempt.answeredMicros()) / Campaigns.MICROS_PER_MILLI;
    ScreeningPlan plan = planOf(attempt).screening();
    MachineTreatment treatment =
        verdict == ScreeningVerdict.MACHINE && plan != null // Or nobody screens any more.
            ? treatment(attempt, plan)
            : MachineTreatment.NONE;
    decision.record(
        new CampaignFact.AttemptScreened(
            attempt.campaign(),
            attempt.call(),
            attempt.leg(),
            verdict,
            cause,
            millis,
            verdict == ScreeningVerdict.HUMAN && !attempt.unseen() // Else it was another word.
                ? greetingMillis(millis, cause)
                : -1,
            treatment,
            attempt.late()
                && (treatment == MachineTreatment.HUNG_UP
                    || treatment == MachineTreatment.MESSAGE)));
    switch (treatment) {
      case NONE, AUDITED -> forget(one.snoop(), decision);
      case HUNG_UP -> {
        forget(one.snoop(), decision);
        takeAway(attempt, decision);
        calls.hangUp(attempt.leg(), HangupCause.NORMAL, decision);
      }
      case MESSAGE -> {
        takeAway(attempt, decision);
        calls.stepOut(attempt.leg(), decision);
        remind(one.leg(), LONGEST_GREETING_MICROS, decision);
        overhearing.screen(one.snoop(), ScreeningStep.GREETING_END, decision);
      }
    }
  }

  /**
   * What becomes of a machine. One that is being told who called, because no agent was there in
   * time, is hung up also where machines are left a message: it has heard one. Whom the queue sent
   * on, to a number or a mailbox, is left there.
   */
  private MachineTreatment treatment(Attempt attempt, ScreeningPlan plan) {
    boolean isDropped = attempt.phase() == AttemptPhase.ABANDONED;
    boolean hasPlace = acd.books().entryOf(attempt.leg()) != null;
    boolean isOn =
        attempt.phase() == AttemptPhase.WAITING
            || attempt.phase() == AttemptPhase.TALKING
            || isDropped && hasPlace;
    boolean isTheirs = attempt.phase() == AttemptPhase.TALKING && !plan.releasesAgents();
    if (isOn && draw(attempt.leg()) < plan.auditPercent() / PERCENT) {
      return MachineTreatment.AUDITED;
    }
    boolean isLeft = isTheirs || plan.action() == MachinePolicy.OBSERVE;
    if (isLeft || !isOn && !(isDropped && isBeingLetGo(attempt))) {
      return MachineTreatment.NONE;
    }
    return isOn && plan.action() == MachinePolicy.MESSAGE && !plan.message().isEmpty()
        ? MachineTreatment.MESSAGE
        : MachineTreatment.HUNG_UP;
  }

  /** Nothing comes for it any more but the campaign's last words. */
  private boolean isBeingLetGo(Attempt attempt) {
    Leg leg = calls.books().leg(attempt.leg());
    boolean isEnding =
        leg == null || leg.hangUpAsked() || calls.books().hearsLastWords(attempt.leg());
    return isEnding && !planOf(attempt).queueOverflow();
  }

  /** From 0 to 1, evenly and without a pattern, but the same for the same leg. */
  static double draw(LegId leg) {
    long mixed = 0;
    for (int i = 0; i < leg.value().length(); i++) {
      mixed = (mixed ^ leg.value().charAt(i)) * MIX;
      mixed ^= mixed >>> MIX_SHIFT;
    }
    return (mixed >>> UNIT_SHIFT) * UNIT;
  }

  /** An agent has said what a call was; of some of them that is what was to be found out. */
  void disposed(DeskFact.Disposed disposed, Decision decision) {
    Audit audit = screenings.audit(disposed.call());
    Campaign campaign = audit == null ? null : books.campaign(audit.campaign());
    ScreeningPlan plan = campaign == null ? null : campaign.plan().screening();
    if (audit != null && plan != null) {
      decision.record(
          new CampaignFact.AttemptAudited(
              audit.campaign(),
              audit.call(),
              audit.leg(),
              disposed.agent(),
              !plan.machineCodes().contains(disposed.disposition())));
    }
  }

  /** The quiet that made the detector sure began when the greeting was over. */
  static long greetingMillis(long verdictMillis, String cause) {
    if (!cause.startsWith(HUMAN)) {
      return -1;
    }
    String[] words = cause.split("-", -1);
    try {
      return StrictMath.max(0, verdictMillis - Long.parseLong(words[1]));
    } catch (NumberFormatException e) {
      return -1; // Another detector, which says it otherwise.
    }
  }

  /** Out of the queue, or out of the hands of the agent, who hears a tone and is free. */
  private void takeAway(Attempt attempt, Decision decision) {
    QueueEntry entry = acd.books().entryOf(attempt.leg());
    if (entry == null) {
      return;
    }
    Offer talk = entry.state() == EntryState.CONNECTED ? offerOf(entry) : null;
    if (talk == null) {
      acd.places().takeOut(entry, decision);
      return;
    }
    roster.agreeWrapUp(talk.id(), 0, decision);
    acd.handOn(entry, talk.agent(), decision);
    roster.endTalk(talk.id(), TalkEnd.HANDED_ON, decision);
    Leg agents = calls.books().leg(talk.leg());
    if (agents != null && !agents.hangUpAsked()) {
      calls.play(talk.leg(), List.of(Prompt.sound(ScreeningPlan.TONE)), false, decision);
    }
  }

  private @Nullable Offer offerOf(QueueEntry entry) {
    return entry.offers().isEmpty() ? null : roster.books().offer(entry.offers().getFirst());
  }

  // The message.

  /** A machine has said what it has to say. */
  void greetingEnded(CallInput.GreetingEnded in, Decision decision) {
    Screened one = screenings.by(in.leg());
    if (one == null) {
      forget(in.leg(), decision);
    } else {
      ended(one, decision);
    }
  }

  private void ended(Screened one, Decision decision) {
    forget(one.snoop(), decision);
    if (one.treatment() == MachineTreatment.MESSAGE && one.message() == null) {
      tell(one, decision);
    }
  }

  /** The node would not wait for the end of a greeting: the message waits for it no longer. */
  void notHeard(CallFact.CommandFailed failed, Decision decision) {
    LegId snoop = failed.leg();
    Screened one = snoop == null ? null : screenings.by(snoop);
    boolean isRefused = failed.what().equals(SCREENING) && failed.statusCode() >= REFUSED;
    if (one != null
        && isRefused
        && one.treatment() == MachineTreatment.MESSAGE
        && one.message() == null) {
      forget(one.snoop(), decision);
      tell(one, decision);
    }
  }

  private void tell(Screened one, Decision decision) {
    Attempt attempt = books.attempt(one.leg());
    ScreeningPlan plan = attempt == null ? null : planOf(attempt).screening();
    Leg leg = calls.books().leg(one.leg());
    if (attempt == null || leg == null || leg.hangUpAsked()) {
      return;
    }
    PlaybackId playback =
        plan == null ? null : calls.play(one.leg(), plan.message(), true, null, decision);
    if (playback == null) { // Nothing is configured any more that could be said.
      calls.hangUp(one.leg(), HangupCause.NORMAL, decision);
    } else {
      decision.record(
          new CampaignFact.MessageStarted(
              attempt.campaign(), attempt.call(), attempt.leg(), playback));
    }
  }

  /** Nobody saw what became of a message, as after a start of the platform: it is said again. */
  void saidAgain(CallFact.PromptStarted started, Decision decision) {
    Screened one = screenings.of(started.leg());
    Attempt attempt = books.attempt(started.leg());
    if (attempt != null
        && one != null
        && one.message() != null
        && started.thenHangUp()
        && !one.message().equals(started.playback())) {
      decision.record(
          new CampaignFact.MessageStarted(
              attempt.campaign(), attempt.call(), attempt.leg(), started.playback()));
    }
  }

  /** A message was heard to its end by whatever records it. */
  void played(CallFact.PromptEnded ended, Decision decision) {
    Screened one = screenings.telling(ended.playback());
    Attempt attempt = one == null ? null : books.attempt(one.leg());
    if (attempt != null && !ended.failed()) {
      decision.record(
          new CampaignFact.MessageLeft(attempt.campaign(), attempt.call(), attempt.leg()));
    }
  }

  private CampaignPlan planOf(Attempt attempt) {
    return Objects.requireNonNull(books.campaign(attempt.campaign())).plan();
  }
}
