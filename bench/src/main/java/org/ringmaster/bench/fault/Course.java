// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.journal.JournalException;
import org.ringmaster.core.store.JourneyStore;

/**
 * The course of one life, until it is ended. Played by the life's own thread.
 *
 * @param inStore the last fact that the store is known to have
 * @param reconciled whether it is awaited at first that books and node agree
 * @param steps how many things happen at most
 */
record Course(
    Fate fate,
    Day day,
    Troubles troubles,
    Tally tally,
    LongSupplier inStore,
    boolean reconciled,
    int steps)
    implements Host.Script {

  private static final int STEPS_PER_REST = 8;
  private static final int STEPS_PER_WAIT = 16;
  private static final Duration STORE_STEP = Duration.ofMillis(200);

  @Override
  public void play(Life life) throws Exception {
    if (!begins(life)) {
      return;
    }
    day.begin();
    if (reconciled) {
      day.reconcile(tally);
    }
    for (int step = 0; step < steps && life.goesOn(); step++) {
      troubles.step(step);
      day.passes();
      if (step % STEPS_PER_REST == STEPS_PER_REST - 1) {
        day.settle();
        life.sweep(inStore.getAsLong());
      }
      awaitStore(life, step);
    }
  }

  /** Where the disk fails as drawn, a platform may refuse to start. */
  private boolean begins(Life life) {
    try {
      life.begin();
      return true;
    } catch (JournalException refused) {
      if (fate.trouble().stopsThePlatform()) {
        return false;
      }
      throw refused;
    }
  }

  /** A store that is to die, or to have trouble, must have had the time to come up. */
  private void awaitStore(Life life, int step) throws InterruptedException {
    CrashPoint point = fate.point();
    boolean wanted = point != null && Fate.ofStore(point) || fate.trouble().ofStore();
    JourneyStore store = life.store();
    if (wanted && store != null && step % STEPS_PER_WAIT == STEPS_PER_WAIT - 1) {
      boolean unused = store.awaitApplied(life.journal().synced().get(), STORE_STEP);
    }
  }
}
