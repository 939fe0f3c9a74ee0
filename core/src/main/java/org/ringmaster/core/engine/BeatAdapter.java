// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.kernel.Answer;

/**
 * Sends a beat through the whole ring, and the next only when the last has come out of it: where
 * kernel or journal hang, nodes hear no more of us and their guards take the callers who wait. Its
 * own thread.
 */
public final class BeatAdapter implements AutoCloseable {

  /** How often a platform beats that is well; a guard's patience is several times that. */
  public static final long PERIOD_MILLIS = 5_000;

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("beat").daemon().factory());
  private final Inlet inlet;
  private CompletableFuture<Answer> last =
      CompletableFuture.completedFuture(new Answer.Accepted(""));

  /** An adapter that is silent until {@link #start}. */
  public BeatAdapter(Inlet inlet) {
    this.inlet = inlet;
  }

  /** Begins to beat. */
  public void start(long periodMillis) {
    executor.scheduleAtFixedRate(this::beat, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    if (last.isDone()) {
      last = inlet.ask(new CallInput.BeatDue());
    }
  }

  /** No more beats. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
