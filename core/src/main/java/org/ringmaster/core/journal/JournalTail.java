// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Follows a journal while it is being written: sees a frame only once it is on disk, and sleeps
 * until there is one. The store and the follower that makes snapshots live on this. Owned by one
 * thread.
 */
public final class JournalTail implements AutoCloseable {
  private final JournalReader reader;
  private final SyncedSequence synced;
  private long next;

  JournalTail(Path folder, SyncedSequence synced, long fromSequence) {
    this.reader = new JournalReader(folder, fromSequence);
    this.synced = synced;
    this.next = Math.max(1, fromSequence);
  }

  /**
   * Goes to the next frame, waiting for it if need be.
   *
   * @param waitMillis how long to wait at most; 0 does not wait
   * @return false when the time is over or the journal is closed
   * @throws JournalException when a frame cannot be read
   */
  public boolean next(long waitMillis) throws InterruptedException {
    if (!synced.await(next, waitMillis)) {
      return false;
    }
    if (!reader.next()) {
      throw new JournalException("sequence " + next + " was synced and cannot be read back");
    }
    next = reader.sequence() + 1;
    return true;
  }

  /** Whether the next frame is already on disk, so that a batch may go on. */
  public boolean more() {
    return synced.get() >= next;
  }

  /** Whether the journal is closed and everything has been read. */
  public boolean ended() {
    return synced.ended() && !more();
  }

  /** The sequence of the frame that {@link #next} went to. */
  public long sequence() {
    return reader.sequence();
  }

  /** What the frame holds; good until the next call of {@link #next}. */
  public ByteBuffer payload() {
    return reader.payload();
  }

  /** Goes to another place, for instance back to where a transaction that failed had begun. */
  public void seek(long sequence) {
    reader.seek(sequence);
    next = Math.max(1, sequence);
  }

  @Override
  public void close() {
    reader.close();
  }
}
