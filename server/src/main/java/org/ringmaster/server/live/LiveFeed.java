// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ringmaster.core.board.Boards;
import org.ringmaster.server.http.Sessions;
import org.ringmaster.server.wall.AlarmWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all viewers of the boards' changes, on a thread of its own: the first change at once, then
 * at most ten frames a second, each written once and shared. A viewer who does not keep up gets
 * nothing until it has caught up, then a fresh snapshot.
 */
public final class LiveFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final long GAP_MILLIS = 100;
  private static final long BEAT_MILLIS = 2_000;

  /** Alarms depend on the time that passes, too. */
  private static final long LOOK_MILLIS = 1_000;

  private static final long SNAPSHOT_GAP_MILLIS = 1_000;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("live-frames").factory());
  private final AtomicBoolean told = new AtomicBoolean();
  private final Map<LiveAudience, LiveCircle> circles = new EnumMap<>(LiveAudience.class);
  private final Sessions sessions;
  private final Gauge viewerCount;
  private final Counter frameCount;
  private final Counter leftOut;
  private long lastFrameMillis = ticks() - GAP_MILLIS;
  private boolean scheduled;

  /** What a feed tells of besides the boards: the site's day, the clock, whether all is well. */
  public record Site(Supplier<LocalDate> today, LongSupplier clockMillis, BooleanSupplier well) {}

  /** A feed of these boards that ends with the session of each viewer. */
  public LiveFeed(
      Boards boards, AlarmWatch alarms, Sessions sessions, Site site, CollectorRegistry metrics) {
    for (LiveAudience audience : LiveAudience.values()) {
      circles.put(audience, new LiveCircle(new LiveFrames(boards, alarms, site, audience)));
    }
    this.sessions = sessions;
    viewerCount = Gauge.build("ringmaster_live_viewers", "Open live pages.").register(metrics);
    frameCount =
        Counter.build("ringmaster_live_frames_total", "Frames made for all viewers together.")
            .register(metrics);
    leftOut =
        Counter.build("ringmaster_live_frames_left_out_total", "Frames that slow viewers missed.")
            .register(metrics);
    boards.onChange(this::changed);
    thread.scheduleAtFixedRate(
        guarded(this::beat), BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    thread.scheduleAtFixedRate(
        guarded(this::soon), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private LiveCircle circle(LiveAudience audience) {
    return Objects.requireNonNull(circles.get(audience));
  }

  /** Whether a session is over; asking counts as its use. Live thread. */
  boolean isOver(String session) {
    return sessions.use(session) == null;
  }

  /** Something changed. Called by the board thread, which goes on at once. */
  private void changed() {
    if (told.compareAndSet(false, true)) {
      run(this::soon);
    }
  }

  void join(LiveAudience audience, LiveViewer viewer) {
    run(
        () -> {
          tell();
          circle(audience).add(viewer, ticks());
          countViewers();
        });
  }

  void leave(LiveAudience audience, LiveViewer viewer) {
    run(
        () -> {
          circle(audience).remove(viewer);
          countViewers();
        });
  }

  private void countViewers() {
    viewerCount.set(circles.values().stream().mapToInt(LiveCircle::size).sum());
  }

  /** The viewer has taken all that was sent. */
  void caughtUp(LiveAudience audience, LiveViewer viewer) {
    run(
        () -> {
          if (viewer.isBehind()) {
            viewer.sendSnapshot(circle(audience).snapshot(), ticks());
          }
        });
  }

  /** The viewer has missed a number and asks for all; not more often than once a second. */
  void again(LiveAudience audience, LiveViewer viewer) {
    run(
        () -> {
          long now = ticks();
          if (now - viewer.snapshotAtMillis() >= SNAPSHOT_GAP_MILLIS) {
            viewer.sendSnapshot(circle(audience).snapshot(), now);
          }
        });
  }

  /** What has passed since some instant, milliseconds; nobody can set it back. */
  private static long ticks() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  private void soon() {
    long waitMillis = lastFrameMillis + GAP_MILLIS - ticks();
    if (waitMillis <= 0) {
      tell();
    } else if (!scheduled) {
      scheduled = true;
      thread.schedule(guarded(this::tell), Math.min(waitMillis, GAP_MILLIS), TimeUnit.MILLISECONDS);
    }
  }

  /** Sends what changed, if anything did. */
  private void tell() {
    scheduled = false;
    told.set(false);
    for (LiveCircle circle : circles.values()) {
      int missed = circle.tell();
      if (missed >= 0) {
        lastFrameMillis = ticks();
        count(missed);
      }
    }
  }

  private void beat() {
    tell();
    circles.values().forEach(circle -> count(circle.beat()));
  }

  private void count(int missed) {
    frameCount.inc();
    leftOut.inc(missed);
  }

  private void run(Runnable work) {
    try {
      thread.execute(guarded(work));
    } catch (RejectedExecutionException e) {
      LOG.debug("The feed is closed", e);
    }
  }

  /** One frame that cannot be made must not end the feed: a later one may do. */
  private static Runnable guarded(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.error("A live frame failed", e);
      }
    };
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
