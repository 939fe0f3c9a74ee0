// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.concurrent.CompletableFuture;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;

/** Where inputs enter. Used by any thread; never blocks. */
public interface Inlet {

  /**
   * Hands an input over. Where the ring is full it waits in a spill queue, in order, and an alarm
   * is counted.
   *
   * @param occurredAtMicros when the outside says that it happened, epoch microseconds
   */
  void offer(Input input, long occurredAtMicros);

  /** Hands a request over; the answer comes after the facts it caused are synced. */
  CompletableFuture<Answer> ask(Input input);
}
