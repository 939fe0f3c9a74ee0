// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.journal.JournalTail;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.core.kernel.RecordedFact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal with a second copy of the state and writes a snapshot every so many facts, so
 * that the kernel thread never does. Sees synced facts only. Its own thread.
 */
public final class SnapshotFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotFollower.class);
  private static final long CLOSE_MILLIS = 10_000;
  private static final long WAIT_MILLIS = 100;

  private final Journal journal;
  private final FactCodec codec;
  private final Snapshots snapshots;
  private final Centre copy;
  private final List<? extends Board> boards;
  private final long everyFacts;
  private volatile boolean closing;
  private volatile long lastSnapshot;
  private final Thread thread;

  /**
   * A follower that begins where its copy, recovered as the kernel's state was, stands.
   *
   * @param everyFacts how many facts lie between two snapshots
   */
  public SnapshotFollower(
      Journal journal,
      FactCodec codec,
      Snapshots snapshots,
      Centre copy,
      List<? extends Board> boards,
      long everyFacts) {
    this.journal = journal;
    this.codec = codec;
    this.snapshots = snapshots;
    this.copy = copy;
    this.boards = List.copyOf(boards);
    this.everyFacts = everyFacts;
    this.lastSnapshot = copy.state().lastSequence();
    thread = Thread.ofPlatform().name("snapshots").daemon().start(this::follow);
  }

  /** The fact that the last snapshot stands at; 0 while there is none. */
  public long lastSnapshot() {
    return lastSnapshot;
  }

  private void follow() {
    FactFrame frame = new FactFrame(codec);
    try (JournalTail tail = journal.tail(copy.state().lastSequence() + 1)) {
      while (!closing && !tail.ended()) {
        if (tail.next(WAIT_MILLIS)) {
          RecordedFact fact = frame.decode(tail.sequence(), tail.payload());
          copy.replay(fact);
          boards.forEach(board -> board.apply(fact.fact(), fact.envelope()));
          if (fact.sequence() - lastSnapshot >= everyFacts) {
            write(fact.sequence());
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("no more snapshots until the next start; the journal itself is not touched", e);
    }
  }

  private void write(long sequence) {
    List<Record> entities = new ArrayList<>();
    copy.snapshot(entities::add);
    boards.forEach(board -> board.snapshot(entities::add));
    snapshots.write(new Snapshot(sequence, copy.hash(codec), entities));
    lastSnapshot = sequence;
    LOG.info("snapshot at fact {} with {} records", sequence, entities.size());
  }

  /** Ends after the fact in hand; a snapshot being written is finished. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
