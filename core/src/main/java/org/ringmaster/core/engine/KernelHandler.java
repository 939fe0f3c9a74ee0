// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import com.lmax.disruptor.EventHandler;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;
import org.ringmaster.core.kernel.Kernel;
import org.ringmaster.core.kernel.Turn;

/**
 * First stage of the ring: stamps the input and lets the kernel decide. Its thread is the kernel
 * thread.
 */
final class KernelHandler implements EventHandler<Turn> {

  private final Kernel kernel;
  private final MicroClock clock;

  KernelHandler(Kernel kernel, MicroClock clock) {
    this.kernel = kernel;
    this.clock = clock;
  }

  @Override
  public void onEvent(Turn turn, long sequence, boolean endOfBatch) {
    turn.takenNanos = System.nanoTime();
    turn.recordedAtMicros = clock.micros();
    turn.aheadMicros = clock.lastAheadMicros();
    kernel.handle(turn);
    turn.decidedNanos = System.nanoTime();
    CrashPoints.reach(CrashPoint.TURN_DECIDED);
  }
}
