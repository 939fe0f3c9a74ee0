// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts an Asterisk of the lab again that has died: nobody else looks after it. Whoever restarts
 * it on purpose is quicker. Its own thread.
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
  private final LabRound round = new LabRound();

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
    try {
      Lab watched = lab.state() == Future.State.SUCCESS ? lab.resultNow() : null;
      if (watched != null) {
        round.look(patients(watched), () -> watched.apply(plans.get()));
      }
    } catch (RuntimeException e) {
      // One that leaves here would be the last look.
      LOG.warn("the lab is not looked after now: {}; it is tried again", e.getMessage());
    }
  }

  private static List<LabRound.Patient> patients(Lab watched) {
    List<LabRound.Patient> all = new ArrayList<>();
    watched.edges().forEach(edge -> all.add(LabRound.Patient.of(edge)));
    if (watched.hasOutside()) {
      all.add(LabRound.Patient.of(watched.outside().asterisk()));
    }
    return all;
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
