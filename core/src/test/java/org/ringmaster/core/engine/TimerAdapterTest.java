// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Reminder;

@Timeout(30)
class TimerAdapterTest {

  private record Due(String what) implements Input {}

  private static final long HOUR = TimeUnit.HOURS.toMicros(1);

  private final MicroClock clock = MicroClock.system();
  private final BlockingQueue<Input> came = new LinkedBlockingQueue<>();
  private final TimerAdapter timer = new TimerAdapter(clock, new Came());

  @AfterEach
  void close() {
    timer.close();
  }

  private void remind(String what, long inMicros) {
    timer.remind(new Reminder(clock.micros() + inMicros, new Due(what)));
  }

  private Input next() throws InterruptedException {
    return came.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void whoAsksAgainForTheSameInputMovesIt() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      remind("wait", HOUR + i);
      remind("other", HOUR);
    }
    assertEquals(2, timer.waiting());

    remind("wait", 1_000);
    assertEquals(new Due("wait"), next());
    assertEquals(1, timer.waiting());
    remind("last", 10_000);
    assertEquals(new Due("last"), next(), "and it came once");
  }

  @Test
  void whatIsMovedBackDoesNotComeAtTheOldInstant() throws Exception {
    remind("wait", 50_000);
    remind("wait", HOUR);
    remind("last", 100_000);
    assertEquals(new Due("last"), next());
    assertNull(came.poll());
  }

  @Test
  void anInputThatCameCanBeAskedForAgain() throws Exception {
    remind("wait", 0);
    assertEquals(new Due("wait"), next());
    remind("wait", 0);
    assertEquals(new Due("wait"), next());
    assertEquals(0, timer.waiting());
  }

  private final class Came implements Inlet {
    @Override
    public void offer(Input input, long occurredAtMicros) {
      came.add(input);
    }

    @Override
    public CompletableFuture<Answer> ask(Input input) {
      throw new UnsupportedOperationException();
    }
  }
}
