// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.voicemail.Message;
import org.ringmaster.core.voicemail.MessageId;
import org.ringmaster.core.voicemail.VoicemailBooks;
import org.ringmaster.core.voicemail.VoicemailFact;

/** The messages that wait for somebody. Those that are done are in the journey store. */
public final class VoicemailBoard implements Board {

  private final VoicemailBooks books = new VoicemailBooks();
  private final BoardRows<MessageId, Message> rows = new BoardRows<>(MessageId::value);
  private boolean changed;

  /** All that are not over, those that are being left too. Any thread. */
  public Collection<Message> rows() {
    return rows.all();
  }

  /** One, or null where it is over or never was. Any thread. */
  public @Nullable Message row(MessageId id) {
    return rows.get(id);
  }

  /** Whether the last {@link #publish} changed anything. Board thread. */
  boolean changed() {
    return changed;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
    if (fact instanceof FileFact.Kept kept) {
      books.messages().stream()
          .filter(message -> kept.file().equals(message.recording()))
          .forEach(message -> rows.mark(message.id()));
    }
    if (fact instanceof VoicemailFact ours) {
      MessageId id = messageOf(ours);
      if (id != null) {
        rows.mark(id);
      }
    }
  }

  private static @Nullable MessageId messageOf(VoicemailFact fact) {
    return switch (fact) {
      case VoicemailFact.PlanConfigured f -> null;
      case VoicemailFact.PlanRemoved f -> null;
      case VoicemailFact.MailboxFull f -> null;
      case VoicemailFact.Greeted f -> f.message();
      case VoicemailFact.SpeakingBegan f -> f.message();
      case VoicemailFact.Left f -> f.message();
      case VoicemailFact.NotLeft f -> f.message();
      case VoicemailFact.Heard f -> f.message();
      case VoicemailFact.CalledBack f -> f.message();
      case VoicemailFact.Done f -> f.message();
      case VoicemailFact.Deleted f -> f.message();
    };
  }

  @Override
  public void publish() {
    changed = rows.publish(books::message);
  }

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {
    books.restore(entity);
    if (entity instanceof Message message) {
      rows.mark(message.id());
    }
  }
}
