// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.talk.TalkFact;

/** Says in plain words what agents did with a call in hand. */
final class Handling {

  private static final long MILLIS_PER_SECOND = 1_000;

  private Handling() {}

  static @Nullable String sentence(TalkFact fact) {
    return switch (fact) {
      case TalkFact.Opened f -> null;
      case TalkFact.Held f ->
          f.agent()
              + " put the caller on hold"
              + (f.byTelephone() ? " with the telephone's key." : by(f.author()));
      case TalkFact.Resumed f -> f.agent() + " took the caller back" + by(f.author());
      case TalkFact.SentToQueue f ->
          f.agent() + " handed the caller to queue " + f.queue() + by(f.author());
      case TalkFact.ConsultBegan f ->
          f.agent() + " asked " + f.to() + " for advice" + by(f.author());
      case TalkFact.ConsultAnswered f -> f.agent() + " talked with whom they asked.";
      case TalkFact.ConsultEnded f ->
          "Whom "
              + f.agent()
              + " asked is gone: "
              + f.end().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + by(f.author());
      case TalkFact.Swapped f -> f.agent() + " turned to the other of the two" + by(f.author());
      case TalkFact.Joined f -> f.agent() + " let all three hear each other" + by(f.author());
      case TalkFact.GivenTo f -> f.agent() + " gave the caller to " + f.to() + by(f.author());
      case TalkFact.PassedOn f -> "The caller talks with an outside number" + by(f.author());
      case TalkFact.SentOn f -> sentOn(f);
      case TalkFact.Taken f -> f.agent() + " took the caller.";
      case TalkFact.Parked f -> f.agent() + " parked the caller in " + f.slot() + by(f.author());
      case TalkFact.SentBack f ->
          "Nobody took the caller; they wait in "
              + f.queue()
              + " again, with "
              + f.creditMillis() / MILLIS_PER_SECOND
              + " s waited before.";
      case TalkFact.Dialled f -> f.agent() + " called " + f.to() + by(f.author());
      case TalkFact.NumberRung f -> "The number was rung.";
      case TalkFact.NumberAnswered f -> "The number answered; talks with " + f.agent() + ".";
      case TalkFact.KeysHeard f -> null;
      case TalkFact.RecordingKeyPressed f -> null;
      case TalkFact.OtherLine f -> f.agent() + " rang somebody on another line.";
      case TalkFact.HandOnRefused f ->
          f.agent() + " could not hand the caller on by the telephone's keys: " + f.why();
      case TalkFact.CallRefused f -> f.agent() + " dialled in vain: " + f.why();
      case TalkFact.Ended f -> null;
    };
  }

  private static String sentOn(TalkFact.SentOn f) {
    String who = f.agent() == null ? "Somebody" : f.agent().value();
    return f.back()
        ? "Nobody took the caller; " + f.to() + ", who had them, was rung."
        : who + " handed the caller to " + f.to() + by(f.author());
  }

  private static String by(@Nullable String author) {
    return author == null ? "." : " (asked by " + author + ").";
  }
}
