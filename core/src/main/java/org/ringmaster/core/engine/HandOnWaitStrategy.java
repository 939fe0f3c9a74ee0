// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets the stages of the ring sleep until there is something for them. The library's own blocking
 * strategies sleep only until something is published and then spin until the stage before is done:
 * while the journal syncs, three stages would burn the cores that the sync needs. Here a stage that
 * asks for more has finished what it had, and wakes those who wait for just that.
 */
final class HandOnWaitStrategy implements WaitStrategy {

  /** One stage's thread. */
  private static final class Stage {
    private final Thread thread = Thread.currentThread();
    private long wanted;
    private @Nullable Sequence before;
    private @Nullable SequenceBarrier barrier;
    private volatile boolean asleep;

    boolean mayGoOn() {
      Sequence sequence = before;
      SequenceBarrier own = barrier;
      return sequence == null || own == null || sequence.get() >= wanted || own.isAlerted();
    }
  }

  private final List<Stage> stages = new CopyOnWriteArrayList<>();
  private final ThreadLocal<Stage> mine =
      ThreadLocal.withInitial(
          () -> {
            Stage stage = new Stage();
            stages.add(stage);
            return stage;
          });

  @Override
  public long waitFor(long wanted, Sequence cursor, Sequence before, SequenceBarrier barrier)
      throws AlertException, InterruptedException {
    wake();
    long available = before.get();
    if (available >= wanted) {
      return available;
    }
    Stage stage = mine.get();
    stage.wanted = wanted;
    stage.before = before;
    stage.barrier = barrier;
    stage.asleep = true;
    // Either we see what is done now, or whoever does it sees that we sleep.
    VarHandle.fullFence();
    try {
      while ((available = before.get()) < wanted) {
        barrier.checkAlert();
        LockSupport.park(this);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    } finally {
      stage.asleep = false;
    }
    return available;
  }

  @Override
  public void signalAllWhenBlocking() {
    wake();
  }

  private void wake() {
    VarHandle.fullFence();
    for (Stage stage : stages) {
      if (stage.asleep && stage.mayGoOn()) {
        LockSupport.unpark(stage.thread);
      }
    }
  }
}
