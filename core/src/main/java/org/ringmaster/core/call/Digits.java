// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.List;
import java.util.Objects;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;

/**
 * Prompts and the digits pressed during and after them: the half of {@link CallControl} that talks
 * and listens.
 */
final class Digits {

  private static final long MICROS_PER_MILLI = 1_000;

  private final CallControl control;

  Digits(CallControl control) {
    this.control = control;
  }

  void gather(LegId leg, List<Prompt> prompts, Gather gather, Decision decision) {
    if (control.books().leg(leg) == null) {
      return;
    }
    if (!prompts.isEmpty()) {
      control.play(leg, prompts, false, decision);
    }
    decision.record(new CallFact.GatherStarted(leg, gather));
    remind(leg, gather.firstDigitMillis(), decision);
  }

  void pressed(CallInput.DigitPressed in, Decision decision) {
    if (in.digit().isEmpty()) {
      return; // Nothing came of it when it was pressed, so nobody kept which it was.
    }
    Gathering gathering = control.books().sound.gatherings.get(in.leg());
    if (gathering == null) {
      pressedWhileWaiting(in, decision);
      return;
    }
    if (!gathering.gather().hears(in.digit())) {
      return;
    }
    for (PlaybackId id : control.books().index.playingsTo(in.leg())) {
      Playing playing = control.books().sound.playings.get(id);
      if (playing != null && !playing.thenHangUp()) { // Last words are never cut.
        decision.ask(new CallCommand.StopPlay(in.node(), id));
      }
    }
    if (in.digit().equals(gathering.gather().terminator())) {
      finish(gathering, GatherEnd.TERMINATED, decision);
      return;
    }
    decision.record(new CallFact.DigitHeard(in.leg(), new Personal(in.digit())));
    Gathering now = Objects.requireNonNull(control.books().sound.gatherings.get(in.leg()));
    if (now.digits().text().length() >= now.gather().maxDigits()) {
      finish(now, GatherEnd.COMPLETE, decision);
    } else {
      remind(in.leg(), now.gather().nextDigitMillis(), decision);
    }
  }

  /** What is pressed in a talk is nobody's business but theirs: it may be a card's number. */
  private void pressedWhileWaiting(CallInput.DigitPressed in, Decision decision) {
    Leg leg = control.books().leg(in.leg());
    Bridge wanted =
        leg == null || leg.wantedBridge() == null
            ? null
            : control.books().bridges.get(leg.wantedBridge());
    if (wanted != null && wanted.kind() == BridgeKind.WAITING_ROOM) {
      decision.record(new CallFact.KeyPressed(in.leg(), new Personal(in.digit())));
    }
  }

  void hush(LegId id, Decision decision) {
    Leg leg = control.books().leg(id);
    if (leg == null || !control.books().index.isPlayedTo(id)) {
      return;
    }
    for (PlaybackId playback : control.books().index.playingsTo(id)) {
      Playing playing = control.books().sound.playings.get(playback);
      if (playing != null && !playing.thenHangUp() && !playing.cut()) {
        decision.record(new CallFact.PromptCut(playback, id));
        decision.ask(new CallCommand.StopPlay(leg.node(), playback));
      }
    }
  }

  void timedOut(CallInput.GatherTimedOut in, Decision decision) {
    Gathering gathering = control.books().sound.gatherings.get(in.leg());
    if (gathering != null
        && gathering.begunSequence() == in.begunSequence()
        && gathering.digits().text().length() == in.digitsSoFar()) {
      finish(gathering, GatherEnd.TIMED_OUT, decision);
    }
  }

  void legEnded(LegId leg, Decision decision) {
    Gathering gathering = control.books().sound.gatherings.get(leg);
    if (gathering != null) {
      finish(gathering, GatherEnd.LEG_ENDED, decision);
    }
  }

  void playbackEnded(CallInput.PlaybackEnded in, Decision decision) {
    Playing playing = control.books().sound.playings.get(in.playback());
    if (playing != null) {
      ended(playing, in.failed(), decision);
    }
  }

  /** The node refused to play to the leg. */
  void neverPlayed(LegId leg, Decision decision) {
    for (PlaybackId id : control.books().index.playingsTo(leg)) {
      ended(Objects.requireNonNull(control.books().sound.playings.get(id)), true, decision);
    }
  }

  /**
   * Nobody has told what became of some prompts, since their node was away or did not answer: those
   * that were a caller's last words from us are said again, the others are stopped.
   */
  void playAgain(NodeId node, boolean wasAway, Decision decision) {
    for (Playing playing : List.copyOf(control.books().sound.playings.values())) {
      Leg leg = control.books().leg(playing.leg());
      if (leg != null && leg.node().equals(node) && (wasAway || playing.inDoubt())) {
        decision.record(new CallFact.PromptEnded(playing.id(), playing.leg(), true));
        if (playing.thenHangUp() && !leg.hangUpAsked()) {
          control.play(playing.leg(), playing.prompts(), true, playing.language(), decision);
        } else if (!leg.hangUpAsked()) {
          decision.ask(new CallCommand.StopPlay(node, playing.id())); // It may play on, unseen.
        }
      }
    }
  }

  private void ended(Playing playing, boolean failed, Decision decision) {
    decision.record(new CallFact.PromptEnded(playing.id(), playing.leg(), failed));
    if (playing.thenHangUp()) {
      control.hangUp(playing.leg(), HangupCause.NORMAL, decision);
    }
  }

  void restarted(Decision decision) {
    for (Gathering gathering : List.copyOf(control.books().sound.gatherings.values())) {
      remind(gathering.leg(), gathering.gather().nextDigitMillis(), decision);
    }
  }

  private void finish(Gathering gathering, GatherEnd end, Decision decision) {
    decision.record(
        new CallFact.DigitsGathered(
            gathering.leg(), gathering.gather().purpose(), gathering.digits(), end));
  }

  private void remind(LegId leg, long millis, Decision decision) {
    Gathering gathering =
        Objects.requireNonNull(control.books().sound.gatherings.get(leg), "just started");
    decision.remindAt(
        decision.nowMicros() + millis * MICROS_PER_MILLI,
        new CallInput.GatherTimedOut(
            leg, gathering.begunSequence(), gathering.digits().text().length()));
  }
}
