// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.nio.ByteBuffer;

/**
 * Where facts become durable, in order and in groups. A port: local files by default, a replicated
 * log behind the same interface where there is a standby. Written by one thread; {@link #synced},
 * {@link #room} and {@link #tail} are for any.
 */
public interface Journal extends AutoCloseable {

  /**
   * Adds a frame to the group. Not durable before {@link #sync}.
   *
   * @param sequence one more than the last one
   * @param payload what to keep, at most {@link JournalOptions#MAX_PAYLOAD_BYTES}; read from
   *     position to limit
   * @throws JournalException when the disk fails: the kernel has to stop
   */
  void append(long sequence, ByteBuffer payload);

  /**
   * Adds a frame that may be one of several of a turn: after a power cut a turn is there as a whole
   * or not at all.
   *
   * @param goesOn whether more frames of the same turn follow
   */
  default void append(long sequence, ByteBuffer payload, boolean goesOn) {
    append(sequence, payload);
  }

  /**
   * Makes the whole group durable with one sync, and tells those who follow.
   *
   * @return the last sequence on disk
   * @throws JournalException when the disk fails: the kernel has to stop
   */
  long sync();

  /** The last sequence appended, 0 when there is none. Owned by the writing thread. */
  long lastSequence();

  /** The last sequence on disk, and a way to wait for the next. */
  SyncedSequence synced();

  /** How much room is left, as last seen. */
  DiskRoom room();

  /**
   * A reader that follows while the journal is written, of synced frames only. To be owned, and
   * closed, by one thread.
   *
   * @param fromSequence the first sequence wanted
   */
  JournalTail tail(long fromSequence);

  /** Syncs, ends those who follow, and lets go of the folder. */
  @Override
  void close();
}
