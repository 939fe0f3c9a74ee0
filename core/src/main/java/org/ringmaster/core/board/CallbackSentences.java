// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.callback.CallbackEnd;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackMode;

/** Says of a callback in plain words what was decided. */
final class CallbackSentences {

  private CallbackSentences() {}

  static @Nullable String of(CallbackFact fact) {
    return switch (fact) {
      case CallbackFact.Asked f -> "Asked to be called back.";
      case CallbackFact.Declined f -> "Waits on after all.";
      case CallbackFact.Taken f ->
          "Will be called back as "
              + f.callback()
              + "; the place in "
              + f.queue()
              + " is kept. "
              + (f.plan().mode() == CallbackMode.AGENT_FIRST
                  ? "An agent is rung first."
                  : "The customer is dialled when it comes up.");
      case CallbackFact.Booked f ->
          "Agent "
              + f.booking().agent()
              + " agreed to call back as "
              + f.callback()
              + (f.booking().mine() ? ", themselves." : ".");
      case CallbackFact.Dialled f -> "Is dialled, for the " + ordinal(f.attempt()) + " time.";
      case CallbackFact.TryFailed f ->
          "Was not reached: " + f.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
      case CallbackFact.PutOff f ->
          "Was not dialled after all: the trunk had no room, or the hours were over.";
      case CallbackFact.WaitsAgain f -> "Waits for the place to come up again.";
      case CallbackFact.Reached f -> "Answered, and has the old place.";
      case CallbackFact.CameInPerson f -> "Rang again, and waits at the old place.";
      case CallbackFact.Hastened f -> f.author() + " put the callback before all others.";
      case CallbackFact.Ended f ->
          "The callback is over: "
              + (f.end() == CallbackEnd.NOT_ALLOWED
                  ? "agents may no longer call the number"
                  : f.end().name().toLowerCase(Locale.ROOT).replace('_', ' '))
              + (f.author() == null ? "." : ", by " + f.author() + ".");
      case CallbackFact.PlanConfigured f -> null;
      case CallbackFact.PlanRemoved f -> null;
    };
  }

  private static String ordinal(int number) {
    return switch (number) {
      case 1 -> "first";
      case 2 -> "second";
      case 3 -> "third";
      default -> number + "th";
    };
  }
}
