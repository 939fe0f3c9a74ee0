// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.desk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.board.DeskBoard;
import org.ringmaster.core.board.DeskRow;
import org.ringmaster.core.desk.DeskInput;
import org.ringmaster.core.kernel.Input;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for signs of life of agents' pages, and tells the kernel of those who take callers by a
 * page that has been silent for too long. Also of a page that is heard again. Any thread.
 */
public final class PageWatch implements AutoCloseable {

  /** Beats are two seconds apart; a reload or a short loss of the network takes a few. */
  public static final long SILENCE_MILLIS = 15_000;

  private static final Logger LOG = LoggerFactory.getLogger(PageWatch.class);
  private static final long LOOK_MILLIS = 500;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("page-watch").factory());
  private final Map<AgentId, Long> heardMillis = new HashMap<>();
  private final Set<AgentId> silent = new HashSet<>();
  private final DeskBoard desks;
  private final Consumer<Input> kernel;
  private final LongSupplier ticks;
  private final long silenceMillis;

  /**
   * A watch that begins to look at once.
   *
   * @param kernel where inputs go
   * @param ticks what has passed since some instant, milliseconds; never set back
   * @param silenceMillis after how long a page counts as gone
   */
  public PageWatch(
      DeskBoard desks, Consumer<Input> kernel, LongSupplier ticks, long silenceMillis) {
    this.desks = desks;
    this.kernel = kernel;
    this.ticks = ticks;
    this.silenceMillis = silenceMillis;
    thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * A page of this agent gave a sign of life. One at a time with the looking: the kernel must not
   * hear of a silence after its end.
   */
  synchronized void heard(AgentId agent) {
    heardMillis.put(agent, ticks.getAsLong());
    if (silent.remove(agent)) {
      kernel.accept(new DeskInput.PageHeard(agent));
    }
  }

  private void look() {
    try {
      long now = ticks.getAsLong();
      for (DeskRow row : desks.rows()) {
        look(row, now);
      }
    } catch (RuntimeException e) {
      LOG.error("Pages could not be looked after", e);
    }
  }

  private synchronized void look(DeskRow row, long now) {
    AgentId agent = row.agent();
    // Whom we never heard of gets the same time from now: we have just started, perhaps.
    Long heard = heardMillis.putIfAbsent(agent, now);
    boolean gone = heard != null && now - heard > silenceMillis;
    if (row.attends() && gone) {
      LOG.info("the page of {} is silent", agent);
      silent.add(agent);
      heardMillis.put(agent, now);
      kernel.accept(new DeskInput.PageSilent(agent));
    } else if (!row.attends() && gone) {
      heardMillis.remove(agent);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
