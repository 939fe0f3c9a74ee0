// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.voicemail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.queue.QueueId;

/** All messages that are not over: the fold behind {@link Voicemails}. */
public final class VoicemailBooks implements Fold {

  final Map<QueueId, VoicemailPlan> plans = new LinkedHashMap<>();
  private final Map<MessageId, Message> messages = new LinkedHashMap<>();
  private final Map<Record, MessageId> index = new LinkedHashMap<>();
  private final Map<QueueId, Integer> counts = new LinkedHashMap<>();

  /** The message, or null once it is over. */
  public @Nullable Message message(MessageId id) {
    return messages.get(id);
  }

  /** All that are not over, oldest first. */
  public Collection<Message> messages() {
    return messages.values();
  }

  /** How a queue takes messages, or null where it takes none. */
  public @Nullable VoicemailPlan plan(QueueId queue) {
    return plans.get(queue);
  }

  /** How many messages of a queue are not over, those that are being left too. */
  public int countOf(QueueId queue) {
    return counts.getOrDefault(queue, 0);
  }

  /** The one that the caller of a leg is leaving. */
  @Nullable Message of(LegId leg) {
    return find(leg);
  }

  @Nullable Message of(PlaybackId greeting) {
    return find(greeting);
  }

  @Nullable Message of(RecordingId recording) {
    return find(recording);
  }

  private @Nullable Message find(Record part) {
    MessageId id = index.get(part);
    return id == null ? null : messages.get(id);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    if (fact instanceof FileFact.Kept kept) {
      Message message = of(kept.file());
      if (message != null && message.durationMillis() < 0) {
        put(message.lasting(kept.lengthMillis()));
      }
    } else if (fact instanceof VoicemailFact ours) {
      apply(ours, envelope);
    }
  }

  private void apply(VoicemailFact ours, Envelope envelope) {
    switch (ours) {
      case VoicemailFact.PlanConfigured f -> plans.put(f.plan().queue(), f.plan());
      case VoicemailFact.PlanRemoved f -> plans.remove(f.queue());
      case VoicemailFact.MailboxFull f -> {}
      case VoicemailFact.Greeted f -> put(Message.greeted(f, envelope.recordedAtMicros()));
      case VoicemailFact.SpeakingBegan f ->
          change(f.message(), f, (it, next) -> it.speaking(next, f.recording()));
      case VoicemailFact.Left f ->
          change(
              f.message(),
              f,
              (it, next) -> it.left(next, envelope.recordedAtMicros(), f.durationMillis()));
      case VoicemailFact.NotLeft f -> over(f.message(), f);
      case VoicemailFact.Heard f ->
          change(f.message(), f, (it, next) -> it.heard(next, f.author().value()));
      case VoicemailFact.CalledBack f ->
          change(f.message(), f, (it, next) -> it.calledBack(next, f.agent()));
      case VoicemailFact.Done f -> over(f.message(), f);
      case VoicemailFact.Deleted f -> over(f.message(), f);
    }
  }

  private void change(MessageId id, Fact fact, BiFunction<Message, MessageState, Message> how) {
    Message message = messages.get(id);
    if (message != null) {
      put(how.apply(message, MessageLifecycle.TABLE.next(message.state(), fact)));
    }
  }

  private void over(MessageId id, Fact fact) {
    Message message = messages.remove(id);
    if (message != null) {
      MessageLifecycle.TABLE.next(message.state(), fact);
      parts(message).forEach(index::remove);
      counts.computeIfPresent(message.queue(), (queue, n) -> n > 1 ? n - 1 : null);
    }
  }

  private void put(Message now) {
    Message before = messages.put(now.id(), now);
    if (before == null) {
      counts.merge(now.queue(), 1, Integer::sum);
    } else {
      parts(before).forEach(index::remove);
    }
    parts(now).forEach(part -> index.put(part, now.id()));
  }

  private static List<Record> parts(Message message) {
    List<Record> parts = new ArrayList<>();
    if (message.isBeingLeft()) {
      parts.add(message.leg());
    }
    if (message.state() == MessageState.GREETED) {
      parts.add(message.playback());
    }
    if (message.recording() != null) {
      parts.add(message.recording());
    }
    return parts;
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    plans.values().forEach(out);
    messages.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case VoicemailPlan it -> plans.put(it.queue(), it);
      case Message it -> put(it);
      default -> {}
    }
  }
}
