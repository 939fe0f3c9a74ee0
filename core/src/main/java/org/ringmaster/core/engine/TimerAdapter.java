// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Reminder;

/**
 * Brings reminders back as inputs when they are due; who asks again for the same input moves it, so
 * that a configuration read a hundred times does not remind a hundred times. Its own thread; late
 * rather than early.
 */
final class TimerAdapter implements AutoCloseable {

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("timer").daemon().factory());
  private final Map<Input, Pending> pending = new ConcurrentHashMap<>();
  private final MicroClock clock;
  private final Inlet inlet;

  private static final class Pending {
    private final Reminder reminder;
    private @Nullable Future<?> future;

    Pending(Reminder reminder) {
      this.reminder = reminder;
    }
  }

  TimerAdapter(MicroClock clock, Inlet inlet) {
    this.clock = clock;
    this.inlet = inlet;
    executor.setRemoveOnCancelPolicy(true);
  }

  void remind(Reminder reminder) {
    pending.compute(
        reminder.input(),
        (input, before) -> {
          if (before != null && before.future != null) {
            before.future.cancel(false);
          }
          return schedule(new Pending(reminder));
        });
  }

  /** How many have not come back yet. */
  int waiting() {
    return executor.getQueue().size();
  }

  private Pending schedule(Pending one) {
    long delayMicros = Math.max(0, one.reminder.dueMicros() - clock.micros());
    one.future = executor.schedule(() -> due(one), delayMicros, TimeUnit.MICROSECONDS);
    return one;
  }

  /** Deciders rely on its instant, and the clock may have gone slower than the executor's. */
  private void due(Pending one) {
    Reminder reminder = one.reminder;
    boolean early = clock.micros() < reminder.dueMicros();
    Pending now =
        pending.computeIfPresent(
            reminder.input(),
            (input, current) -> {
              if (current != one) {
                return current;
              }
              return early ? schedule(one) : null;
            });
    if (!early && now == null) {
      inlet.offer(reminder.input(), reminder.dueMicros());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
