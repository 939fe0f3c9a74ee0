// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.engine.Outlet;
import org.ringmaster.core.kernel.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second witness of one node: asked how a leg ended that nobody saw end, it tells what the
 * channel event log says, as soon as it says it. All state belongs to a thread of its own; public
 * methods may be called by any thread.
 */
public final class CelWitness implements Outlet, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CelWitness.class);
  private static final int LEGS_KEPT = 50_000;
  private static final long FIRST_BYTES = 64L << 20;
  private static final long POLL_MILLIS = 200;

  /** A log may be long, and a platform that starts has calls to look after first. */
  private static final long FIRST_POLL_MILLIS = 2_000;

  private static final long SECOND_MICROS = 1_000_000;

  private final NodeId node;
  private final Inlet inlet;
  private final CelFold fold = new CelFold(LEGS_KEPT);
  private final Set<LegId> sought = new HashSet<>();
  private final ScheduledExecutorService thread;
  private final @Nullable CelTail tail;
  private boolean complained;

  /**
   * Makes a witness that does nothing before {@link #start()}.
   *
   * @param file the file that {@code cel_custom} writes; null for a far node, whose rows come
   *     through {@link #take}
   */
  public CelWitness(NodeId node, @Nullable Path file, Inlet inlet) {
    this.node = node;
    this.inlet = inlet;
    tail = file == null ? null : new CelTail(file, FIRST_BYTES, fold::take);
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("cel-" + node).daemon().factory());
  }

  /** Begins to read the file, soon: at once where a leg's end is sought. */
  public void start() {
    if (tail != null) {
      thread.scheduleWithFixedDelay(
          this::poll, FIRST_POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Takes a row that came another way than by the file. */
  public void take(CelRow row) {
    onThread(
        () -> {
          fold.take(row);
          tellEnds();
        });
  }

  @Override
  public boolean publish(Command command) {
    if (!(command instanceof CallCommand.SeekWitness seek) || !seek.node().equals(node)) {
      return false;
    }
    onThread(
        () -> {
          sought.add(seek.leg());
          poll();
        });
    return true;
  }

  private void onThread(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException ended) {
      log.debug("the witness of {} has been closed", node);
    }
  }

  private void poll() {
    try {
      if (tail != null) {
        tail.poll();
        complained = false;
      }
      tellEnds();
    } catch (IOException unreadable) {
      if (!complained) {
        complained = true;
        log.warn("The channel event log of {} cannot be read", node, unreadable);
      }
    }
  }

  private void tellEnds() {
    Iterator<LegId> each = sought.iterator();
    while (each.hasNext()) {
      LegId id = each.next();
      WitnessedLeg leg = fold.leg(id);
      if (leg != null && leg.ended()) {
        each.remove();
        inlet.offer(
            new CallInput.EndWitnessed(node, id, leg.cause(), answeredMicros(leg)), endMicros(leg));
      }
    }
  }

  /** A leg of which the first row is missing may have been answered in one that is missing, too. */
  private static long answeredMicros(WitnessedLeg leg) {
    return leg.answerMicros() == 0 && leg.startMicros() == 0 ? -1 : leg.answerMicros();
  }

  /**
   * A far node tells whole seconds: the end is taken for the last instant of its second, so that
   * nothing else of the leg lies after it.
   */
  private long endMicros(WitnessedLeg leg) {
    return tail == null ? leg.endMicros() + SECOND_MICROS - 1 : leg.endMicros();
  }

  /** Ends the reading. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (tail != null && thread.awaitTermination(2, TimeUnit.SECONDS)) {
        tail.close();
      }
    } catch (IOException harmless) {
      log.debug("closing the channel event log of {}", node, harmless);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
