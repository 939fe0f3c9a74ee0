// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.voicemail.Message;
import org.ringmaster.core.voicemail.MessageId;
import org.ringmaster.core.voicemail.VoicemailBooks;
import org.ringmaster.core.voicemail.VoicemailFact;

/** The messages that wait for somebody. Those that are done are in the journey store. */
public final class VoicemailBoard extends RowBoard<MessageId, Message> {

  private final VoicemailBooks books = new VoicemailBooks();

  /** A board that has read nothing. */
  public VoicemailBoard() {
    super(MessageId::value);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
    if (fact instanceof FileFact.Kept kept) {
      books.messages().stream()
          .filter(message -> kept.file().equals(message.recording()))
          .forEach(message -> mark(message.id()));
    }
    if (fact instanceof VoicemailFact ours) {
      MessageId id = messageOf(ours);
      if (id != null) {
        mark(id);
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
  @Nullable Message now(MessageId id) {
    return books.message(id);
  }

  @Override
  public void restore(Record entity) {
    books.restore(entity);
    if (entity instanceof Message message) {
      mark(message.id());
    }
  }
}
