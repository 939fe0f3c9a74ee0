// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Decision;

/**
 * Lets a node listen for the end of what who has answered says first: from there the time runs in
 * which an agent must be there. Owned by the kernel thread.
 */
final class Greetings {

  /** Who is silent for so long has finished: as {@code AMD()} judges people. */
  static final long SILENCE_MILLIS = 800;

  /** What is shorter is a click, and no word. */
  private static final long LEAST_MILLIS = 100;

  private final CampaignBooks books;
  private final CallControl calls;

  Greetings(CampaignBooks books, CallControl calls) {
    this.books = books;
    this.calls = calls;
  }

  /** An attempt was answered, and whoever answered is on their way to an agent. */
  void answered(LegId leg, Decision decision) {
    Attempt attempt = books.attempt(leg);
    if (attempt != null && planOf(attempt).hearsGreeting() && mayWait(attempt)) {
      calls.hearTalk(leg, SILENCE_MILLIS, decision);
    }
  }

  private boolean mayWait(Attempt attempt) {
    boolean isOn =
        attempt.phase() == AttemptPhase.WAITING || attempt.phase() == AttemptPhase.TALKING;
    // Whom nobody saw answer may have greeted before anybody listened.
    return isOn && !attempt.unseen() && !planOf(attempt).mode().isByAgents();
  }

  /** The party of a leg began to talk, or has finished. */
  void heard(CallInput.TalkHeard in, Decision decision) {
    Attempt attempt = books.attempt(in.leg());
    if (attempt == null) {
      return; // Nobody whom we called.
    }
    Greeted before = books.screenings().greeted(in.leg());
    if (in.talking()) {
      begins(attempt, before, decision);
    } else if (before != null && before.talking()) {
      ends(attempt, in, decision);
    }
  }

  /** Only what they say first counts, and only if they begin in the time for an agent. */
  private void begins(Attempt attempt, @Nullable Greeted before, Decision decision) {
    long since = decision.nowMicros() - attempt.answeredMicros();
    boolean isFirst = before == null || !before.talking() && !before.isOver();
    boolean isInTime = since <= planOf(attempt).holdMillis() * Campaigns.MICROS_PER_MILLI;
    if (isFirst && isInTime && mayWait(attempt)) {
      decision.record(
          new CampaignFact.GreetingHeard(
              attempt.campaign(), attempt.call(), attempt.leg(), true, 0));
    } else {
      calls.hearTalk(attempt.leg(), 0, decision);
    }
  }

  private void ends(Attempt attempt, CallInput.TalkHeard in, Decision decision) {
    // Not by the node's clock: one that is behind would end it before it began.
    long at = decision.nowMicros() - in.lateMicros();
    long millis = (at - attempt.answeredMicros()) / Campaigns.MICROS_PER_MILLI - SILENCE_MILLIS;
    boolean isSpeech = in.talkMillis() >= LEAST_MILLIS && millis > 0;
    boolean counts = isSpeech && millis + SILENCE_MILLIS < ScreeningBooks.LONGEST_MILLIS;
    decision.record(
        new CampaignFact.GreetingHeard(
            attempt.campaign(), attempt.call(), attempt.leg(), false, counts ? millis : 0));
    if (isSpeech) {
      calls.hearTalk(attempt.leg(), 0, decision);
    }
    if (attempt.phase() == AttemptPhase.WAITING) {
      long due = books.screenings().holdUntilMicros(attempt, planOf(attempt), decision.nowMicros());
      decision.remindAt(
          StrictMath.max(due, decision.nowMicros()), new CampaignInput.HoldDue(attempt.leg()));
    }
  }

  private CampaignPlan planOf(Attempt attempt) {
    return Objects.requireNonNull(books.campaign(attempt.campaign())).plan();
  }
}
