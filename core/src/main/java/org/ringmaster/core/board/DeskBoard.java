// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.desk.DeskBooks;
import org.ringmaster.core.desk.DeskWork;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.recording.RecordingBooks;
import org.ringmaster.core.recording.RecordingFact;
import org.ringmaster.core.talk.TalkBooks;
import org.ringmaster.core.talk.TalkFact;

/**
 * What is on each agent's desk. Keeps nothing in a snapshot: all it knows comes back from what the
 * deciders keep there.
 */
public final class DeskBoard implements Board {

  private final DeskBooks books = new DeskBooks();
  private final TalkBooks talks = new TalkBooks();
  private final RecordingBooks recordings = new RecordingBooks();
  private final BoardRows<AgentId, DeskRow> rows = new BoardRows<>(AgentId::value);
  private boolean changed;

  /** The desks on which there is anything, by agent. Any thread. */
  public Collection<DeskRow> rows() {
    return rows.all();
  }

  /** One agent's desk; an empty one where there is nothing. Any thread. */
  public DeskRow row(AgentId agent) {
    DeskRow row = rows.get(agent);
    return row == null ? new DeskRow(agent, false, null, null, null, false, null) : row;
  }

  /** Whether the last {@link #publish} changed anything. Board thread. */
  boolean changed() {
    return changed;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    AgentId agent = books.applied(fact, envelope);
    if (agent != null) {
      rows.mark(agent);
    }
    recordings.apply(fact, envelope);
    CallId call =
        switch (fact) {
          case TalkFact talkFact -> talkFact.call();
          case RecordingFact recordingFact -> recordingFact.call();
          case CallFact.CallEnded ended when talks.talk(ended.call()) != null -> ended.call();
          default -> null;
        };
    talks.apply(fact, envelope);
    if (call != null) {
      books.workingOn(call).forEach(rows::mark);
    }
  }

  @Override
  public void publish() {
    changed = rows.publish(this::make);
  }

  private @Nullable DeskRow make(AgentId agent) {
    DeskWork work = books.work(agent);
    boolean attends = books.attends(agent);
    DeskBooks.Refusal refusal = books.refusal(agent);
    return work == null && !attends && refusal == null
        ? null
        : new DeskRow(
            agent,
            attends,
            work,
            work == null ? null : talks.talk(work.call()),
            work == null ? null : recordings.of(work.call()),
            !recordings.rules().plans().isEmpty(),
            refusal);
  }

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {
    talks.restore(entity);
    recordings.restore(entity);
    AgentId agent = books.restored(entity);
    if (agent != null) {
      rows.mark(agent);
    }
  }
}
