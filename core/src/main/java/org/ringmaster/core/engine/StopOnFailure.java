// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import com.lmax.disruptor.ExceptionHandler;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stage fails: the stage's thread ends there, so that nothing behind it ever
 * moves again, and whoever owns the process is told. The journal is right up to the last sync; a
 * restart begins from it.
 */
final class StopOnFailure implements ExceptionHandler<Turn> {

  private static final Logger LOG = LoggerFactory.getLogger(StopOnFailure.class);

  private final AtomicBoolean running;
  private final Consumer<Throwable> onFailure;

  StopOnFailure(AtomicBoolean running, Consumer<Throwable> onFailure) {
    this.running = running;
    this.onFailure = onFailure;
  }

  /** The turn is null where the stage failed while it waited for one. */
  @Override
  public void handleEventException(Throwable failure, long sequence, @Nullable Turn turn) {
    LOG.error(
        "STOPPED at input {}: {}",
        turn == null ? "none" : turn.inputSequence,
        failure.toString(),
        failure);
    if (running.getAndSet(false)) {
      onFailure.accept(failure);
    }
    throw new IllegalStateException("stopped", failure);
  }

  @Override
  public void handleOnStartException(Throwable failure) {
    throw new IllegalStateException("a stage did not start", failure);
  }

  @Override
  public void handleOnShutdownException(Throwable failure) {
    LOG.warn("a stage did not stop cleanly", failure);
  }
}
