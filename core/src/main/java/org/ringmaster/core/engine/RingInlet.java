// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.RequestId;
import org.ringmaster.core.kernel.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ring's entrance. Whoever offers never waits: where the ring is full, inputs queue behind it
 * in order and a thread of its own brings them in. Used by any thread.
 */
final class RingInlet implements Inlet, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RingInlet.class);

  private record Waiting(Input input, @Nullable RequestId request, long occurredAtMicros) {}

  private final RingBuffer<Turn> ring;
  private final MicroClock clock;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong spilled = new AtomicLong();
  private final Map<RequestId, CompletableFuture<Answer>> open = new ConcurrentHashMap<>();
  private final Deque<Waiting> spill = new ArrayDeque<>();
  private volatile boolean spilling;
  private final Thread drain;

  RingInlet(RingBuffer<Turn> ring, MicroClock clock) {
    this.ring = ring;
    this.clock = clock;
    drain = Thread.ofPlatform().name("ring-spill").daemon().start(this::drain);
  }

  @Override
  public void offer(Input input, long occurredAtMicros) {
    enter(input, null, occurredAtMicros);
  }

  @Override
  public CompletableFuture<Answer> ask(Input input) {
    RequestId id = new RequestId(requests.incrementAndGet());
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    open.put(id, answer);
    enter(input, id, clock.micros());
    return answer;
  }

  /** How many inputs have found the ring full. */
  long spilled() {
    return spilled.get();
  }

  void answer(RequestId id, @Nullable Answer answer) {
    CompletableFuture<Answer> waiting = open.remove(id);
    if (waiting != null) {
      Answer said = answer == null ? new Answer.Refused("Nobody takes this request.") : answer;
      waiting.completeAsync(() -> said);
    }
  }

  private void enter(Input input, @Nullable RequestId request, long occurredAtMicros) {
    if (!spilling) {
      try {
        publish(ring.tryNext(), input, request, occurredAtMicros);
        return;
      } catch (InsufficientCapacityException full) {
        LOG.error("the ring is full; inputs queue behind it");
      }
    }
    synchronized (spill) {
      spilling = true;
      spilled.incrementAndGet();
      spill.add(new Waiting(input, request, occurredAtMicros));
      spill.notifyAll();
    }
  }

  private void drain() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Waiting next;
        synchronized (spill) {
          while (spill.isEmpty()) {
            spilling = false;
            spill.wait();
          }
          next = spill.remove();
        }
        publish(ring.next(), next.input(), next.request(), next.occurredAtMicros());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(long slot, Input input, @Nullable RequestId request, long occurredAtMicros) {
    Turn turn = ring.get(slot);
    turn.input = input;
    turn.request = request;
    turn.occurredAtMicros = occurredAtMicros;
    turn.offeredNanos = System.nanoTime();
    ring.publish(slot);
  }

  @Override
  public void close() {
    drain.interrupt();
    open.values().forEach(f -> f.completeAsync(() -> new Answer.Refused("Shutting down.")));
  }
}
