// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.voicemail.MessageId;
import org.ringmaster.core.voicemail.VoicemailFact;

/**
 * Whoever was greeted leaves a message once or not at all, every recording of one party ends, and a
 * message is over once.
 */
final class MessagesEndOnce implements Invariant {
  private final Set<MessageId> greeted = new HashSet<>();
  private final Set<MessageId> kept = new HashSet<>();
  private final Map<RecordingId, Long> recording = new HashMap<>();

  @Override
  public String sentence() {
    return "Every caller who is greeted leaves one message or none, and a message ends once.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    return switch (fact.fact()) {
      case VoicemailFact.Greeted f ->
          greeted.add(f.message()) ? null : f.message() + " is begun twice";
      case VoicemailFact.Left f -> {
        boolean was = greeted.remove(f.message());
        kept.add(f.message());
        yield was ? null : f.message() + " is left and was over, or left before";
      }
      case VoicemailFact.NotLeft f ->
          greeted.remove(f.message()) ? null : f.message() + " is not left and was over";
      case VoicemailFact.Heard f -> lives(f.message(), "is heard");
      case VoicemailFact.CalledBack f -> lives(f.message(), "leads to a call");
      case VoicemailFact.Done f -> ends(f.message());
      case VoicemailFact.Deleted f -> ends(f.message());
      case CallFact.LegRecordingStarted f -> {
        recording.put(f.recording(), fact.sequence());
        yield null;
      }
      case CallFact.RecordingEnded f -> {
        recording.remove(f.recording());
        yield null;
      }
      default -> null;
    };
  }

  private @Nullable String lives(MessageId message, String does) {
    return kept.contains(message) ? null : message + " " + does + " and is over";
  }

  private @Nullable String ends(MessageId message) {
    return kept.remove(message) ? null : message + " ends and is over already";
  }

  @Override
  public @Nullable String brokenInTheEnd() {
    if (!recording.isEmpty()) {
      return "recordings that never ended: " + recording.keySet();
    }
    return greeted.isEmpty() ? null : "callers who are greeted for ever: " + greeted;
  }
}
