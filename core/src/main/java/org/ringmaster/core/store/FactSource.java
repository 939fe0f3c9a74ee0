// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.RecordedFact;

/** Where the store's writer gets durable facts from. Taken from by one thread. */
public interface FactSource extends AutoCloseable {

  /**
   * The facts that follow a sequence, as many as there are, dense and in order.
   *
   * @param afterSequence the last one already had; not always the last one given: after a lost
   *     connection the same facts are asked for again
   * @param max no more than these
   * @param wait how long to wait while there is none; then the answer is empty
   */
  List<RecordedFact> take(long afterSequence, int max, Duration wait) throws InterruptedException;

  /**
   * One fact, to see whether the store has the same.
   *
   * @return null where it is not to be had, or no longer
   */
  default @Nullable RecordedFact find(long sequence) {
    return null;
  }

  /** Sequence of the newest durable fact; asked by any thread. */
  long lastSequence();

  /** Lets go of what is open; called by the thread that takes, after its last take. */
  @Override
  default void close() {}
}
