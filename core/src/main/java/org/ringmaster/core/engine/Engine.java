// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.kernel.Turn;

/**
 * The pipeline: inputs enter the ring, the kernel decides, the journal syncs, then commands leave
 * and boards fold. A failure in kernel or journal stops it at once: nothing may leave that is not
 * durable.
 */
public final class Engine implements AutoCloseable {

  private static final int SLOTS = 1 << 14;

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
        .then(commands, new BoardHandler(boards))
        .then((turn, sequence, endOfBatch) -> turn.clear());
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

  /** Lets what is in the ring pass, then stops. */
  @Override
  public void close() {
    timer.close();
    inlet.close();
    if (running.getAndSet(false)) {
      disruptor.shutdown();
    }
  }
}
