// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.kernel.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pipeline: inputs enter the ring, the kernel decides, the journal syncs, then commands leave,
 * then boards fold. A failure in kernel or journal stops it at once: nothing may leave that is not
 * durable.
 */
public final class Engine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final int SLOTS = 1 << 14;
  private static final long DRAIN_SECONDS = 20;

  private final Disruptor<Turn> disruptor =
      new Disruptor<>(
          Turn::new,
          SLOTS,
          Thread.ofPlatform().name("ring-", 0).factory(),
          ProducerType.MULTI,
          new HandOnWaitStrategy());
  private final AtomicBoolean running = new AtomicBoolean();
  private final RingInlet inlet;
  private final TimerAdapter timer;
  private final MicroClock clock;

  /**
   * A pipeline over a recovered centre.
   *
   * @param recorder what keeps the inputs, or {@link InputRecorder#OFF}
   * @param onFailure told once, on a ring thread, when kernel or journal failed and all has stopped
   */
  public Engine(
      Centre centre,
      Journal journal,
      FactFrame frame,
      InputRecorder recorder,
      List<Outlet> outlets,
      List<? extends Board> boards,
      MicroClock clock,
      Consumer<Throwable> onFailure) {
    this.clock = clock;
    inlet = new RingInlet(disruptor.getRingBuffer(), clock);
    timer = new TimerAdapter(clock, inlet);
    KernelHandler kernel = new KernelHandler(centre.kernel(), clock);
    JournalHandler journaling = new JournalHandler(journal, frame, recorder);
    CommandHandler commands = new CommandHandler(outlets, timer, inlet);
    disruptor.setDefaultExceptionHandler(new StopOnFailure(running, onFailure));
    disruptor
        .handleEventsWith(kernel)
        .then(journaling)
        .then(commands)
        .then(new BoardHandler(boards));
  }

  /** Starts the ring and opens a new epoch. */
  public void start(int cell) {
    running.set(true);
    disruptor.start();
    long now = clock.micros();
    inlet.offer(new Started(cell, org.ringmaster.core.kernel.IdShape.epochAt(now)), now);
  }

  /** Where inputs enter. */
  public Inlet inlet() {
    return inlet;
  }

  /** How many inputs have found the ring full since the start. */
  public long spilledInputs() {
    return inlet.spilled();
  }

  /**
   * Lets what is in the ring pass, then stops. The timer goes last: what passes may still ask for
   * reminders.
   */
  @Override
  public void close() {
    inlet.close();
    if (running.getAndSet(false)) {
      try {
        disruptor.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException stuck) {
        LOG.error("the ring was not empty after {} s; it is stopped as it is", DRAIN_SECONDS);
        disruptor.halt();
      }
    }
    timer.close();
  }
}
