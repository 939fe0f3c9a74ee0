// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.kernel.Decision;

/**
 * What keys do that somebody presses while they wait. Knows what the choice is, and does what
 * concerns the queue; callbacks are made by who reacts to the choice.
 */
final class WaitKeys {

  private static final List<Prompt> NO_MESSAGE =
      List.of(Prompt.sound("vm-mailboxfull"), Prompt.sound("queue-thankyou"));

  private final QueueBooks books;
  private final Admission admission;
  private final Announcer announcer;

  WaitKeys(QueueBooks books, Admission admission, Announcer announcer) {
    this.books = books;
    this.admission = admission;
    this.announcer = announcer;
  }

  void pressed(CallFact.KeyPressed fact, Decision decision) {
    QueueEntry entry = books.entryOf(fact.leg());
    Queue queue = entry == null ? null : books.queue(entry.queue());
    WaitKey key = queue == null ? null : queue.hearing().key(fact.key().text());
    if (entry == null || key == null || isAnswered(entry)) {
      return;
    }
    decision.record(
        new QueueFact.KeyChosen(
            entry.id(), entry.queue(), entry.call(), entry.leg(), key.key(), key.choice()));
    switch (key.choice()) {
      case OVERFLOW -> admission.leaveByKey(entry, null, decision);
      case QUEUE -> admission.leaveByKey(entry, key.queue(), decision);
      case ANNOUNCE -> announcer.sayNow(entry, decision);
      case VOICEMAIL -> admission.leaveForVoicemail(entry, NO_MESSAGE, decision);
      case CALLBACK -> {}
    }
  }

  private boolean isAnswered(QueueEntry entry) {
    return entry.state() == EntryState.CONNECTED || books.isWhispering(entry.id());
  }
}
