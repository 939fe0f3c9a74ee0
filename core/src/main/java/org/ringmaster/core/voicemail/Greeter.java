// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.voicemail;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.journey.JourneyBooks;
import org.ringmaster.core.journey.Touchpoint;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.queue.Mailboxes;
import org.ringmaster.core.queue.QueueId;

/** Takes callers over from the queues and greets them. Owned by the kernel thread. */
public final class Greeter implements Mailboxes {

  private final VoicemailBooks books;
  private final CallControl calls;
  private final JourneyBooks journeys;

  /** A greeter for the mailboxes of {@code books}. */
  public Greeter(VoicemailBooks books, CallControl calls, JourneyBooks journeys) {
    this.books = books;
    this.calls = calls;
    this.journeys = journeys;
  }

  @Override
  public boolean isOpen(QueueId queue) {
    VoicemailPlan plan = books.plan(queue);
    return plan != null && books.countOf(queue) < plan.most();
  }

  @Override
  public void greet(
      Leg leg, QueueId queue, List<Prompt> before, @Nullable Language language, Decision decision) {
    VoicemailPlan plan = books.plan(queue);
    CallId call = leg.call();
    if (plan == null || call == null) {
      calls.hangUp(leg.id(), HangupCause.NO_ANSWER, decision);
      return;
    }
    calls.answer(leg.id(), decision);
    calls.stepOut(leg.id(), decision);
    if (!isOpen(queue)) {
      decision.record(new VoicemailFact.MailboxFull(queue, call, leg.id()));
      calls.play(leg.id(), plan.fullPrompts(), true, language, decision);
      return;
    }
    List<Prompt> said = new ArrayList<>(before);
    said.addAll(plan.greeting());
    PlaybackId playback =
        Objects.requireNonNull(calls.play(leg.id(), said, false, language, decision), "it lives");
    Call known = calls.books().call(call);
    Touchpoint touchpoint = journeys.touchpoint(call);
    decision.record(
        new VoicemailFact.Greeted(
            new MessageId(decision.newId('m')),
            queue,
            call,
            leg.id(),
            leg.node(),
            touchpoint == null ? null : touchpoint.customer(),
            known == null ? null : known.callerNumber(),
            known == null ? null : known.callerName(),
            language,
            playback,
            plan),
        decision.nowMicros());
  }
}
