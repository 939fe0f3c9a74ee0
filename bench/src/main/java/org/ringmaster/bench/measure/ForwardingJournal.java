// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import java.nio.ByteBuffer;
import org.ringmaster.core.journal.DiskRoom;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.journal.JournalTail;
import org.ringmaster.core.journal.SyncedSequence;

/**
 * Hands everything on to another journal, turns as a whole included; what a bench does otherwise is
 * overridden. Owned by the thread that writes the journal.
 */
public class ForwardingJournal implements Journal {
  private final Journal journal;

  /** In front of a journal. */
  public ForwardingJournal(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void append(long sequence, ByteBuffer payload) {
    journal.append(sequence, payload);
  }

  @Override
  public void append(long sequence, ByteBuffer payload, boolean goesOn) {
    journal.append(sequence, payload, goesOn);
  }

  @Override
  public long sync() {
    return journal.sync();
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
