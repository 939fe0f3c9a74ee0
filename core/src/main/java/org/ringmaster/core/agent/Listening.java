// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.List;
import java.util.function.Predicate;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Input;

/**
 * Lets nodes listen whether agents speak in their talks, where their queue asks for it: a telephone
 * that answers and stays silent would get every caller. As soon as an agent is heard the node
 * listens no more, and whatever could not be heard counts for nothing. Owned by the kernel thread.
 */
final class Listening {

  /** Who is silent for so long has finished: as {@code AMD()} judges people. */
  private static final long SILENCE_MILLIS = 800;

  /**
   * What is shorter is a click, and no word. A node also tells of the first sound that arrives,
   * though it be silence, and takes that back with a length of nothing.
   */
  private static final long LEAST_MILLIS = 100;

  /** In a shorter talk a caller may have gone before anybody could say a word. */
  private static final long LEAST_TALK_MICROS = 5_000_000;

  private final AgentBooks books;
  private final CallControl calls;

  Listening(AgentBooks books, CallControl calls) {
    this.books = books;
    this.calls = calls;
  }

  /** Agent and caller hear each other. */
  void began(AgentFact.TalkBegan began, Decision decision) {
    SpeechBooks.Listening it = books.speech.of(began.agent());
    if (it != null && it.offer().equals(began.offer())) {
      calls.hearTalk(it.leg(), SILENCE_MILLIS, decision);
    }
  }

  /** What nodes tell of legs; all else is passed over. */
  void decide(Input input, Decision decision) {
    if (input instanceof CallInput.TalkHeard in) {
      Offer offer = books.offerOf(in.leg());
      SpeechBooks.Listening it = offer == null ? null : books.speech.of(offer.agent());
      if (it != null && it.leg().equals(in.leg())) {
        heard(it, in, decision);
      }
    } else if (input instanceof CallInput.CommandFailed in && in.what().equals("HearTalk")) {
      unknown(it -> it.leg().equals(in.leg()), decision);
    }
  }

  private void heard(SpeechBooks.Listening it, CallInput.TalkHeard in, Decision decision) {
    if (in.talking()) {
      note(it, Speech.SOUND, decision);
    } else if (in.talkMillis() >= LEAST_MILLIS) {
      note(it, Speech.HEARD, decision);
      calls.hearTalk(it.leg(), 0, decision);
    } else {
      note(it, Speech.QUIET, decision);
    }
  }

  /** A node is lost: what is said there now, nobody tells. */
  void lost(NodeId node, Decision decision) {
    unknown(it -> isOn(it.leg(), node), decision);
  }

  private boolean isOn(LegId id, NodeId node) {
    Leg leg = calls.books().leg(id);
    return leg == null || leg.node().equals(node);
  }

  /** The platform was away: what was said meanwhile, nobody told. */
  void beganAnew(Decision decision) {
    unknown(it -> true, decision);
  }

  private void unknown(Predicate<SpeechBooks.Listening> which, Decision decision) {
    for (SpeechBooks.Listening it : List.copyOf(books.speech.all())) {
      if (which.test(it)) {
        note(it, Speech.UNKNOWN, decision);
      }
    }
  }

  /**
   * The talk of an offer ends. Who has been silent in too many is paused when their work on it is
   * done, unless they or somebody else asked for something before.
   */
  void ends(Offer offer, TalkEnd end, Decision decision) {
    SpeechBooks.Listening it = books.speech.of(offer.agent());
    if (it == null || !it.offer().equals(offer.id())) {
      return;
    }
    boolean couldBeHeard =
        !it.lost()
            && end != TalkEnd.LOST
            && decision.nowMicros() - it.sinceMicros() >= LEAST_TALK_MICROS;
    // Who still speaks when it ends has not finished, and is told of no more.
    Speech speech = it.sound() ? Speech.HEARD : couldBeHeard ? Speech.SILENT : Speech.UNKNOWN;
    note(it, speech, decision);
    Agent agent = books.agent(offer.agent());
    if (agent == null) {
      return;
    }
    if (it.leg().equals(agent.leg())) {
      calls.hearTalk(it.leg(), 0, decision); // An open telephone's leg stays.
    }
    if (speech == Speech.SILENT
        && agent.pauseAsked() == null
        && offer.terms().autoPause().pausesSilent(books.work.misses(agent.id()))) {
      decision.record(
          new AgentFact.Asked(
              agent.id(), PauseReason.SILENT, agent.signOutAsked(), agent.removeAsked()));
    }
  }

  private static void note(SpeechBooks.Listening it, Speech speech, Decision decision) {
    boolean isKnown =
        switch (speech) {
          case SOUND -> it.sound();
          case QUIET -> !it.sound();
          case UNKNOWN -> it.lost();
          case HEARD, SILENT -> false;
        };
    if (!isKnown) {
      decision.record(new AgentFact.SpeechNoted(it.offer(), it.agent(), speech));
    }
  }
}
