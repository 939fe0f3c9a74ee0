// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HandOnWaitStrategyTest {

  private static final long SECONDS = 20;

  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
  private final Disruptor<long[]> disruptor =
      new Disruptor<>(
          () -> new long[1],
          64,
          work -> {
            Thread thread = new Thread(work);
            threads.add(thread);
            return thread;
          },
          ProducerType.MULTI,
          new HandOnWaitStrategy());

  @Test
  void stages_sleep_while_the_one_before_them_works() throws Exception {
    CountDownLatch syncing = new CountDownLatch(1);
    CountDownLatch synced = new CountDownLatch(1);
    CountDownLatch through = new CountDownLatch(1);
    EventHandler<long[]> slow =
        (event, sequence, endOfBatch) -> {
          syncing.countDown();
          synced.await();
        };
    disruptor
        .handleEventsWith(slow)
        .then((event, sequence, endOfBatch) -> {}, (event, sequence, endOfBatch) -> {})
        .then((event, sequence, endOfBatch) -> through.countDown());
    disruptor.start();
    publish(disruptor.getRingBuffer(), 1);
    assertTrue(syncing.await(SECONDS, TimeUnit.SECONDS));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
      assertTrue(System.nanoTime() < deadline, "all stages sleep: " + states());
      Thread.onSpinWait();
    }
    synced.countDown();
    assertTrue(through.await(SECONDS, TimeUnit.SECONDS));
    disruptor.shutdown(SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void nobody_is_left_asleep_however_often_stages_hand_on() throws Exception {
    int count = 50_000;
    AtomicLong last = new AtomicLong();
    CountDownLatch all = new CountDownLatch(1);
    disruptor
        .handleEventsWith((event, sequence, endOfBatch) -> event[0]++)
        .then((event, sequence, endOfBatch) -> event[0]++)
        .then((event, sequence, endOfBatch) -> {}, (event, sequence, endOfBatch) -> {})
        .then(
            (event, sequence, endOfBatch) -> {
              assertEquals(sequence + 2, event[0]);
              last.set(sequence);
              if (sequence == count - 1) {
                all.countDown();
              }
            });
    disruptor.start();
    for (int i = 0; i < count; i++) {
      publish(disruptor.getRingBuffer(), i);
    }
    assertTrue(all.await(SECONDS, TimeUnit.SECONDS), "stuck behind " + last.get());
    disruptor.shutdown(SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void stages_that_sleep_are_woken_to_end() throws Exception {
    disruptor
        .handleEventsWith((event, sequence, endOfBatch) -> {})
        .then((event, sequence, endOfBatch) -> {});
    disruptor.start();
    publish(disruptor.getRingBuffer(), 1);
    disruptor.shutdown(SECONDS, TimeUnit.SECONDS);
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
      assertTrue(!thread.isAlive(), "ended: " + states());
    }
  }

  private List<Thread.State> states() {
    return threads.stream().map(Thread::getState).toList();
  }

  private static void publish(RingBuffer<long[]> ring, long value) {
    long slot = ring.next();
    ring.get(slot)[0] = value;
    ring.publish(slot);
  }
}
