// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.nio.ByteBuffer;
import org.ringmaster.core.journal.DiskRoom;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.journal.JournalTail;
import org.ringmaster.core.journal.SyncedSequence;

/** A journal that says yes to a sync and does it with the next one: broken on purpose. */
final class LateJournal implements Journal {
  private static final int ONE_IN = 4;

  private final Journal journal;
  private int asked;

  LateJournal(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void append(long sequence, ByteBuffer payload) {
    journal.append(sequence, payload);
  }

  @Override
  public long sync() {
    return ++asked % ONE_IN == 0 ? journal.sync() : journal.lastSequence();
  }

  @Override
  public long lastSequence() {
    return journal.lastSequence();
  }

  @Override
  public SyncedSequence synced() {
    return journal.synced();
  }

  @Override
  public DiskRoom room() {
    return journal.room();
  }

  @Override
  public JournalTail tail(long fromSequence) {
    return journal.tail(fromSequence);
  }

  @Override
  public void close() {
    journal.close();
  }
}
