// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import org.ringmaster.bench.measure.ForwardingJournal;
import org.ringmaster.core.journal.Journal;

/** A journal that says yes to a sync and does it with the next one: broken on purpose. */
final class LateJournal extends ForwardingJournal {
  private static final int ONE_IN = 4;

  private int asked;

  LateJournal(Journal journal) {
    super(journal);
  }

  @Override
  public long sync() {
    return ++asked % ONE_IN == 0 ? super.sync() : lastSequence();
  }
}
