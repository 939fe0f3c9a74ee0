// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabAsterisk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts an Asterisk of the lab again that has died: nobody else looks after it. One that is missed
 * at two looks is dead; whoever restarts it on purpose is quicker. Its own thread.
 */
final class LabWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LabWatch.class);
  private static final long LOOK_MILLIS = 4_000;
  private static final long CLOSE_SECONDS = 30;

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("lab-watch").daemon().factory());
  private final Future<@Nullable Lab> lab;
  private final Supplier<List<EdgePlan>> plans;
  private final Set<LabAsterisk> missed = new HashSet<>();

  /**
   * A watch that looks from now on.
   *
   * @param lab watched once it is there; null where all Asterisks are the user's own
   * @param plans what its edges are to know now
   */
  LabWatch(Future<@Nullable Lab> lab, Supplier<List<EdgePlan>> plans) {
    this.lab = lab;
    this.plans = plans;
    executor.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    Lab watched = lab.state() == Future.State.SUCCESS ? lab.resultNow() : null;
    try {
      if (watched != null && revive(watched)) {
        watched.apply(plans.get());
      }
    } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
      LOG.warn("the lab: {}; it is tried again", e.getMessage());
    }
  }

  private boolean revive(Lab watched) {
    List<LabAsterisk> all = new ArrayList<>(watched.edges());
    if (watched.hasOutside()) {
      all.add(watched.outside().asterisk());
    }
    boolean revived = false;
    for (LabAsterisk one : all) {
      if (one.isThere()) {
        missed.remove(one);
      } else if (!missed.add(one)) {
        LOG.error("the lab's Asterisk {} has died and is started again", one.node());
        one.startAgain();
        missed.remove(one);
        revived = true;
      }
    }
    return revived;
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      // One that is being started would outlive the stop that follows.
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("an Asterisk of the lab is still being started");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
