// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.desk;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.CallRow;
import org.ringmaster.core.board.DeskRow;
import org.ringmaster.core.call.CallId;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.http.DeskJson;
import org.ringmaster.server.http.LeadJson;
import org.ringmaster.server.http.Reply;
import org.ringmaster.server.http.Sessions;
import org.ringmaster.server.http.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each agent's page what is on that agent's desk and nothing else, on a thread of its own:
 * the first change at once, then at most ten times a second. All pages of one agent are told the
 * same.
 */
public final class DeskFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeskFeed.class);
  private static final long GAP_MILLIS = 100;
  private static final long BEAT_MILLIS = 2_000;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("desk-frames").factory());
  private final AtomicBoolean told = new AtomicBoolean();
  private final Set<DeskViewer> viewers = new LinkedHashSet<>();
  private final Boards boards;
  private final CampaignBoard campaigns;
  private final Sessions sessions;
  private final Supplier<DeskJson.Words> words;
  private final LongSupplier clockMillis;
  private final PageWatch watch;
  private volatile long lastNanos = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(GAP_MILLIS);

  /**
   * A feed of these boards.
   *
   * @param campaigns whose leads agents look at
   * @param words what pages offer, as configured now
   * @param clockMillis epoch milliseconds
   * @param watch is told of each sign of life
   */
  public DeskFeed(
      Boards boards,
      CampaignBoard campaigns,
      Sessions sessions,
      Supplier<DeskJson.Words> words,
      LongSupplier clockMillis,
      PageWatch watch) {
    this.boards = boards;
    this.sessions = sessions;
    this.words = words;
    this.clockMillis = clockMillis;
    this.watch = watch;
    this.campaigns = campaigns;
    boards.onChange(this::changed);
    campaigns.onPublish(this::changed);
    thread.scheduleAtFixedRate(
        guarded(this::beat), BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Something changed. Called by the board thread, which goes on at once. */
  private void changed() {
    if (told.compareAndSet(false, true)) {
      try {
        thread.schedule(guarded(this::tell), soonMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        LOG.debug("The feed is closed", e);
      }
    }
  }

  private long soonMillis() {
    long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastNanos);
    return Math.max(0, GAP_MILLIS - passed);
  }

  void join(DeskViewer viewer) {
    run(
        () -> {
          viewers.add(viewer);
          watch.heard(viewer.agent());
          tell(viewer);
        });
  }

  void leave(DeskViewer viewer) {
    run(() -> viewers.remove(viewer));
  }

  /** A page has answered: whoever sits before it may be there. Any thread. */
  void heard(DeskViewer viewer) {
    watch.heard(viewer.agent());
  }

  /** Whether a session is over, or its user is that agent no longer; asking counts as its use. */
  boolean isOver(String session, AgentId agent) {
    User user = sessions.use(session);
    return user == null || !user.may(Role.AGENT) || !agent.equals(user.agent());
  }

  private void tell() {
    told.set(false);
    lastNanos = System.nanoTime();
    viewers.forEach(this::tell);
  }

  private void tell(DeskViewer viewer) {
    DeskViewer.Sight sight = sight(viewer.agent());
    if (viewer.isNews(sight)) {
      viewer.send(text(sight));
    }
  }

  private DeskViewer.Sight sight(AgentId id) {
    AgentRow agent = boards.agents().row(id);
    DeskRow desk = boards.desks().row(id);
    CallId call = agent == null ? null : agent.call();
    if (call == null && desk.work() != null) {
      call = desk.work().call();
    }
    CallRow row = call == null ? null : boards.calls().row(call);
    return new DeskViewer.Sight(
        agent,
        desk,
        row,
        boards.calls().parked(),
        campaigns.preview(id),
        campaigns.notCalled(id),
        words.get());
  }

  private String text(DeskViewer.Sight sight) {
    byte[] json =
        Reply.bytes(
            out -> {
              out.writeStartObject();
              out.writeStringField("type", "desk");
              out.writeNumberField("atMillis", clockMillis.getAsLong());
              DeskJson.desk(
                  out, sight.agent(), sight.desk(), sight.call(), sight.words(), boards::nameOf);
              DeskJson.parked(out, sight.parked(), boards::nameOf);
              LeadJson.write(out, sight.lead());
              LeadJson.write(out, sight.notCalled());
              out.writeEndObject();
            });
    return new String(json, StandardCharsets.UTF_8);
  }

  /** A page answers each beat; one that cannot is asleep, frozen or gone. */
  private void beat() {
    String beat = "{\"type\":\"beat\",\"atMillis\":" + clockMillis.getAsLong() + "}";
    for (DeskViewer viewer : viewers) {
      if (viewer.isOver()) {
        viewer.close();
      } else {
        tell(viewer);
        viewer.send(beat);
      }
    }
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
        LOG.error("A desk's frame failed", e);
      }
    };
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
