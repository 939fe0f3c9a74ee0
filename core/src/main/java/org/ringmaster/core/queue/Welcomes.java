// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Fact;

/**
 * Says what a number says to its callers before they come to its queue, as {@code Playback()}
 * before {@code Queue()} does: nobody is rung for them meanwhile, so that no agent waits for the
 * end of a prompt. Whatever becomes of the prompt, the caller goes on to the queue behind it.
 */
final class Welcomes {

  /** Somebody hears a number's welcome; also its line in a snapshot. */
  record Welcome(
      LegId leg, PlaybackId playback, QueueId queue, int priority, @Nullable Language language) {}

  private final Map<LegId, Welcome> welcomes = new LinkedHashMap<>();
  private final QueueBooks books;
  private final CallControl calls;
  private final Admission admission;

  Welcomes(QueueBooks books, CallControl calls, Admission admission) {
    this.books = books;
    this.calls = calls;
    this.admission = admission;
  }

  /** A caller of an open number: they hear its welcome, if it has one, and come to its queue. */
  void arrived(Leg leg, InboundNumber number, Decision decision) {
    Claim claim = new Claim(number.priority(), 0, number.language());
    if (number.welcomePrompts().isEmpty()) {
      admission.enter(leg, number.queue(), claim, decision);
      return;
    }
    Queue queue = Objects.requireNonNull(books.queue(number.queue()));
    Language language = number.language() == null ? queue.hearing().language() : number.language();
    calls.answer(leg.id(), decision);
    PlaybackId playback =
        Objects.requireNonNull(
            calls.play(leg.id(), number.welcomePrompts(), false, language, decision), "it lives");
    decision.record(
        new QueueFact.Welcomed(
            Objects.requireNonNull(leg.call()),
            leg.id(),
            playback,
            number.queue(),
            number.priority(),
            number.language()));
  }

  /** The welcome was said, or could not be, or nobody knows: none of it keeps a caller away. */
  void ended(CallFact.PromptEnded ended, Decision decision) {
    Welcome welcome = welcomes.get(ended.leg());
    if (welcome == null || !welcome.playback().equals(ended.playback())) {
      return;
    }
    if (ended.failed()) {
      // So it ends too where the caller hangs up, and that is told before their end.
      remind(welcome, decision);
    } else {
      enter(welcome, decision);
    }
  }

  /** What a number says has failed a moment ago: a caller who is still there goes on. */
  void due(LegId leg, Decision decision) {
    Welcome welcome = welcomes.get(leg);
    if (welcome != null && !calls.books().isPlaying(welcome.playback())) {
      enter(welcome, decision);
    }
  }

  /** After a restart: a caller whose welcome has failed is not forgotten. */
  void remindAgain(Decision decision) {
    welcomes.values().forEach(welcome -> remind(welcome, decision));
  }

  private static void remind(Welcome welcome, Decision decision) {
    decision.remindAt(
        decision.nowMicros() + Talks.GONE_MICROS, new QueueInput.WelcomeDue(welcome.leg()));
  }

  private void enter(Welcome welcome, Decision decision) {
    Leg leg = calls.books().leg(welcome.leg());
    if (leg != null && !leg.hangUpAsked()) {
      Claim claim = new Claim(welcome.priority(), 0, welcome.language());
      admission.enter(leg, welcome.queue(), claim, decision);
    }
  }

  boolean has(LegId leg) {
    return welcomes.containsKey(leg);
  }

  void apply(Fact fact) {
    switch (fact) {
      case QueueFact.Welcomed f ->
          restore(new Welcome(f.leg(), f.playback(), f.queue(), f.priority(), f.language()));
      case QueueFact.EntryJoined f -> welcomes.remove(f.leg());
      case QueueFact.NotJoined f -> welcomes.remove(f.leg());
      case CallFact.LegEnded f -> welcomes.remove(f.leg());
      default -> {}
    }
  }

  void snapshot(Consumer<Record> out) {
    welcomes.values().forEach(out);
  }

  void restore(Record entity) {
    if (entity instanceof Welcome it) {
      welcomes.put(it.leg(), it);
    }
  }
}
