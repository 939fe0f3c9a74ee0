// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ringmaster.core.kernel.Reminder;

/** Brings reminders back as inputs when they are due. Its own thread; late rather than early. */
final class TimerAdapter implements AutoCloseable {

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("timer").daemon().factory());
  private final MicroClock clock;
  private final Inlet inlet;

  TimerAdapter(MicroClock clock, Inlet inlet) {
    this.clock = clock;
    this.inlet = inlet;
  }

  void remind(Reminder reminder) {
    long delayMicros = Math.max(0, reminder.dueMicros() - clock.micros());
    executor.schedule(() -> due(reminder), delayMicros, TimeUnit.MICROSECONDS);
  }

  /**
   * A wall clock that was set back meanwhile makes the reminder wait on: deciders rely on its
   * instant.
   */
  private void due(Reminder reminder) {
    if (clock.micros() < reminder.dueMicros()) {
      remind(reminder);
    } else {
      inlet.offer(reminder.input(), reminder.dueMicros());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
