// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;

/**
 * From the moment at which something happens to the moment at which a wallboard has it: ours over
 * the boards, and a report that asks the journey store once a second, as reporting tools do.
 */
final class Freshness {
  private static final String POLL = "SQL asked each second";
  private static final int AGENTS = 200;
  private static final int SEED = 1;
  private static final double MEAN_GAP_MILLIS = 20;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final long LATEST_SECONDS = 20;

  private final Path folder;
  private final int changes;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Map<Integer, Long> pending = new ConcurrentHashMap<>();
  private final Histogram nanos = new Histogram(TimeUnit.SECONDS.toNanos(60), 3);
  private int next;

  /** So many changes in a turn. */
  Freshness(Path folder, int changes) {
    this.folder = folder;
    this.changes = changes;
  }

  void into(Report report, int rounds) throws Exception {
    try (WallSite site = new WallSite(folder, AGENTS)) {
      Rounds taken =
          new Rounds(rounds)
              .with("ours", () -> watched(site))
              .with(POLL, () -> asked(site))
              .warmUp()
              .run();
      String what = "from what happened to the number on a wallboard, 50 changes a second, ";
      report.add(row(what + "p50", "p50", taken));
      report.add(
          row(what + "p99", "p99", taken)
              .aim(Aim.atMost(150))
              .note("at most ten frames a second are told: a change waits 100 ms at most for one"));
    }
  }

  private static Row row(String what, String figure, Rounds taken) {
    return new Row(what, "ms", taken.of("ours", figure)).peer(POLL, taken.of(POLL, figure));
  }

  private Figures watched(WallSite site) throws Exception {
    try (WallViewers one =
        new WallViewers(site.address(), List.of(Seat.board(site.token())), true)) {
      one.listen(
          (seat, sequence, text, at) -> {
            String message = text.toString(StandardCharsets.UTF_8);
            for (Integer agent : pending.keySet()) {
              if (message.contains('"' + WallSite.agent(agent).value() + '"')) {
                seen(agent, at);
              }
            }
          });
      return changes(site);
    }
  }

  private Figures asked(WallSite site) throws Exception {
    ScheduledExecutorService poll = Executors.newSingleThreadScheduledExecutor();
    try (Connection connection = site.store().readers().getConnection();
        PreparedStatement states =
            connection.prepareStatement(
                "select agent_id, state from agent_states where cell = 1 and to_at is null")) {
      poll.scheduleAtFixedRate(() -> ask(site, states), 0, 1, TimeUnit.SECONDS);
      return changes(site);
    } finally {
      poll.shutdownNow();
      poll.awaitTermination(LATEST_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void ask(WallSite site, PreparedStatement states) {
    Map<String, String> now = new HashMap<>();
    try (ResultSet row = states.executeQuery()) {
      while (row.next()) {
        now.put(row.getString(1), row.getString(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    long at = System.nanoTime();
    for (Integer agent : pending.keySet()) {
      if (site.state(agent).equals(now.get(WallSite.agent(agent).value()))) {
        seen(agent, at);
      }
    }
  }

  private synchronized void seen(Integer agent, long at) {
    Long since = pending.remove(agent);
    if (since != null) {
      nanos.recordValue(Math.max(0, at - since));
    }
  }

  /** Lets agents pause and come back at drawn instants until all of it has been seen. */
  private Figures changes(WallSite site) throws InterruptedException {
    nanos.reset();
    pending.clear();
    long due = System.nanoTime();
    for (int i = 0; i < changes; i++) {
      due += Math.round(-Math.log(1 - random.nextDouble()) * MEAN_GAP_MILLIS * NANOS_PER_MILLI);
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      int agent = next++ % AGENTS;
      pending.put(agent, System.nanoTime());
      site.turn(agent);
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LATEST_SECONDS);
    while (!pending.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(pending.size() + " changes were never seen");
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return Figures.of("p50", nanos.getValueAtPercentile(50) / NANOS_PER_MILLI)
        .with("p99", nanos.getValueAtPercentile(99) / NANOS_PER_MILLI);
  }
}
