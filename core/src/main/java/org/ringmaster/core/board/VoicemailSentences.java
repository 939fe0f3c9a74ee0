// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.voicemail.MessageEnd;
import org.ringmaster.core.voicemail.VoicemailFact;

/** Says of a message in plain words what became of it. */
final class VoicemailSentences {

  private static final long MILLIS_PER_SECOND = 1_000;

  private VoicemailSentences() {}

  static @Nullable String of(VoicemailFact fact) {
    return switch (fact) {
      case VoicemailFact.MailboxFull f ->
          "Could leave no message: as many wait in " + f.queue() + " as it keeps.";
      case VoicemailFact.Greeted f -> "Hears the greeting of " + f.queue() + ".";
      case VoicemailFact.SpeakingBegan f -> "Hears the tone, and may speak.";
      case VoicemailFact.Left f -> "Left message " + f.message() + length(f.durationMillis());
      case VoicemailFact.NotLeft f -> "Left no message: " + why(f.end()) + ".";
      case VoicemailFact.Heard f -> f.author() + " heard the message.";
      case VoicemailFact.CalledBack f -> f.agent() + " called back because of the message.";
      case VoicemailFact.Done f -> f.author() + " is done with the message.";
      case VoicemailFact.Deleted f ->
          switch (f.end()) {
            case EXPIRED -> "The message was kept long enough, and is deleted.";
            case LOST -> "What was recorded of the message is lost.";
            default -> f.author() + " deleted the message.";
          };
      case VoicemailFact.PlanConfigured f -> null;
      case VoicemailFact.PlanRemoved f -> null;
    };
  }

  private static String length(long millis) {
    return millis < 0 ? "; nobody saw its end." : " of " + millis / MILLIS_PER_SECOND + " s.";
  }

  private static String why(MessageEnd end) {
    return switch (end) {
      case HUNG_UP -> "hung up before they spoke";
      case TOO_SHORT -> "what they said was too short";
      case FAILED -> "it could not be recorded";
      default -> end.name().toLowerCase(Locale.ROOT);
    };
  }
}
