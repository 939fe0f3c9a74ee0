// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.journal.JournalException;
import org.ringmaster.core.journal.JournalTail;
import org.ringmaster.core.kernel.RecordedFact;

/** The journal as the store's source of facts. Taken from by one thread, which also closes it. */
public final class JournalSource implements FactSource {
  private final Journal journal;
  private final FactFrame frame;
  private @Nullable JournalTail tail;
  private long last;

  /** Follows a journal whose facts a codec knows. */
  public JournalSource(Journal journal, FactCodec codec) {
    this.journal = journal;
    this.frame = new FactFrame(codec);
  }

  @Override
  public List<RecordedFact> take(long afterSequence, int max, Duration wait)
      throws InterruptedException {
    if (journal.synced().get() <= afterSequence && journal.synced().ended()) {
      Thread.sleep(wait); // a closed journal does not wait by itself
      return List.of();
    }
    JournalTail from = at(afterSequence);
    List<RecordedFact> facts = new ArrayList<>();
    boolean more = from.next(wait.toMillis());
    while (more) {
      facts.add(frame.decode(from.sequence(), from.payload()));
      last = from.sequence();
      more = facts.size() < max && from.more() && from.next(0);
    }
    return facts;
  }

  @Override
  public @Nullable RecordedFact find(long sequence) {
    if (sequence > lastSequence()) {
      return null;
    }
    try (JournalTail from = journal.tail(sequence)) {
      return from.next(0) ? frame.decode(from.sequence(), from.payload()) : null;
    } catch (JournalException gone) {
      return null; // it was in the store, so it need not be kept here
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private JournalTail at(long afterSequence) {
    JournalTail known = tail;
    if (known == null) {
      known = journal.tail(afterSequence + 1);
      tail = known;
    } else if (last != afterSequence) {
      known.seek(afterSequence + 1);
    }
    last = afterSequence;
    return known;
  }

  @Override
  public long lastSequence() {
    return journal.synced().get();
  }

  @Override
  public void close() {
    JournalTail known = tail;
    if (known != null) {
      known.close();
    }
  }
}
