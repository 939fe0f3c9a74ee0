// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.InboundNumber;

/** Makes what an agent presses during a call into what is asked for by it. */
final class Keys {

  private static final long PATIENCE_MICROS = 5_000_000;
  private static final int MAX_KEYS = 34;

  private final TalkBooks books;
  private final CallControl calls;
  private final Roster roster;
  private final Acd acd;

  Keys(TalkBooks books, CallControl calls, Roster roster, Acd acd) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
    this.acd = acd;
  }

  /** What is asked for by this key and those before it; null for nothing yet. */
  @Nullable TalkInput pressed(CallInput.DigitPressed in, Decision decision) {
    Offer offer = roster.books().offerOf(in.leg());
    if (offer == null || !InHand.isAccepted(offer)) {
      return null;
    }
    TalkBooks.Code code = books.code(in.leg());
    boolean isLate = code == null || decision.nowMicros() - code.atMicros() > PATIENCE_MICROS;
    String before = code == null || isLate ? "" : code.keys().text();
    boolean isBegin = in.digit().equals("*") && (isLate || !isLong(before));
    if (!isBegin && before.isEmpty()) {
      return null; // What is pressed in a talk is nobody's business but theirs.
    }
    String keys = isBegin ? "*" : before + in.digit();
    RecordingKey recording = recordingKey(keys);
    TalkInput asked = recording == null ? asked(keys, offer) : null;
    boolean isDone = recording != null || asked != null;
    boolean goesOn = !isDone && keys.length() < MAX_KEYS && isPart(keys);
    decision.record(
        new TalkFact.KeysHeard(offer.call(), in.leg(), new Personal(goesOn ? keys : "")));
    if (recording != null) {
      decision.record(
          new TalkFact.RecordingKeyPressed(offer.call(), offer.agent(), in.leg(), recording));
    } else if (!isDone && !goesOn) {
      refused(offer, decision);
    }
    return asked;
  }

  private @Nullable RecordingKey recordingKey(String keys) {
    TalkCodes codes = books.rules().codes();
    if (keys.equals(codes.record())) {
      return RecordingKey.RECORD;
    }
    return keys.equals(codes.card()) ? RecordingKey.CARD : null;
  }

  /** Lets an agent hear that something was not possible. */
  void refused(Offer offer, Decision decision) {
    calls.play(offer.leg(), List.of(Prompt.sound("pbx-invalid")), false, decision);
  }

  private boolean isPart(String keys) {
    return keys.equals("*") || isLong(keys);
  }

  private boolean isLong(String keys) {
    TalkCodes codes = books.rules().codes();
    return keys.length() >= 2
        && !keys.endsWith("#")
        && (keys.startsWith(codes.transfer()) && !codes.transfer().isEmpty()
            || keys.startsWith(codes.consult()) && !codes.consult().isEmpty());
  }

  private @Nullable TalkInput asked(String keys, Offer offer) {
    TalkCodes codes = books.rules().codes();
    var agent = offer.agent();
    String author = agent.value();
    if (keys.equals(codes.hold())) {
      Talk talk = books.talk(offer.call());
      boolean isHeld = talk != null && talk.state() == TalkState.HELD;
      return isHeld ? new TalkInput.Resume(agent, author) : new TalkInput.Hold(agent, author);
    }
    if (keys.equals(codes.complete())) {
      return new TalkInput.Complete(agent, author);
    }
    if (keys.equals(codes.cancel())) {
      return new TalkInput.Cancel(agent, author);
    }
    if (keys.equals(codes.swap())) {
      return new TalkInput.Swap(agent, author);
    }
    if (keys.equals(codes.conference())) {
      return new TalkInput.Join(agent, author);
    }
    if (keys.equals(codes.park())) {
      return new TalkInput.Park(agent, author);
    }
    if (!keys.endsWith("#") || keys.length() < 4) {
      return null;
    }
    Destination to = destination(keys.substring(2, keys.length() - 1));
    if (keys.startsWith(codes.transfer()) && !codes.transfer().isEmpty()) {
      return new TalkInput.HandOn(agent, to, author);
    }
    boolean isConsult = keys.startsWith(codes.consult()) && !codes.consult().isEmpty();
    return isConsult ? new TalkInput.Consult(agent, to, author) : null;
  }

  /** An agent by their number, a queue by a number that leads to it, else an outside number. */
  Destination destination(String digits) {
    for (AgentProfile profile : roster.books().profiles()) {
      if (profile.number().equals(digits)) {
        return Destination.agent(profile.id());
      }
    }
    InboundNumber number = acd.books().number(digits);
    return number == null ? Destination.number(digits) : Destination.queue(number.queue());
  }
}
