// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.ringmaster.aribridge.transport.AriRequest;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;

/**
 * What it costs Asterisk to find a channel by its name, as the platform asks for it, and by its id,
 * as clients do, among all that are up.
 */
final class NameLookups {
  private static final String RATE = "per second";
  private static final String BY_ID = "by id";
  private static final String RAW = "raw WebSocket by name";
  private static final String VARIABLE = "/variable?variable=CHANNEL(state)";
  private static final int WINDOW = 64;
  private static final int MANY = 3_000;
  private static final int MOST_READS = 2_000;
  private static final int MOST_HANG_UPS = 100;

  private final BenchEdge edge;
  private final LiveCalls live;
  private final List<String> hungUpNext = new ArrayList<>();

  NameLookups(BenchEdge edge, LiveCalls live) {
    this.edge = edge;
    this.live = live;
  }

  void into(Report report, int rounds) throws Exception {
    Map<String, String> names = live.names();
    if (names.isEmpty()) {
      return;
    }
    List<String> ids = List.copyOf(names.keySet());
    Function<String, String> byName = id -> LiveCalls.inPath(Objects.requireNonNull(names.get(id)));
    Function<String, String> byId = id -> "channels/" + id;
    int channels = live.channels();
    int reads = Math.min(MOST_READS, 2 * ids.size());
    int hangUps = Math.min(MOST_HANG_UPS, ids.size() / (2 * rounds + 2));
    hungUpNext.addAll(ids);
    try (OurSocket ours = new OurSocket(edge.address(), "names-ours", WINDOW, json -> {});
        RawSocket raw = new RawSocket(edge.address(), "names-raw")) {
      Rounds read =
          new Rounds(rounds)
              .with("ours", () -> read(ours, ids, reads, byName))
              .with(BY_ID, () -> read(ours, ids, reads, byId))
              .with(RAW, () -> raw(raw, ids, reads, byName))
              .run();
      Rounds hungUp =
          new Rounds(rounds)
              .with("ours", () -> hangUp(ours, hangUps, byName))
              .with(BY_ID, () -> hangUp(ours, hangUps, byId))
              .run();
      report(report, channels, read, hungUp);
    }
  }

  private static void report(Report report, int channels, Rounds read, Rounds hungUp) {
    String among = String.format(Locale.ROOT, ", %,d channels up", channels);
    Row reads =
        new Row("variables read by channel name" + among, "1/s", read.of("ours", RATE))
            .peer(BY_ID, read.of(BY_ID, RATE))
            .limit(RAW, read.of(RAW, RATE));
    Row ends =
        new Row("hang-ups by channel name" + among, "1/s", hungUp.of("ours", RATE))
            .peer(BY_ID, hungUp.of(BY_ID, RATE));
    if (channels >= MANY) {
      // Among few it makes no difference how one is found.
      reads.aim(Aim.atLeastTimes(4, BY_ID));
      ends.aim(Aim.atLeastTimes(2, BY_ID));
    }
    report.add(reads).add(ends);
  }

  private static Figures read(
      OurSocket ours, List<String> ids, int count, Function<String, String> path) throws Exception {
    Flood flood =
        new Flood(
            List.of(ours.transport()),
            WINDOW,
            count,
            i -> AriRequest.get(path.apply(ids.get(i % ids.size())) + VARIABLE));
    return figures(flood);
  }

  private static Figures raw(
      RawSocket raw, List<String> ids, int count, Function<String, String> path) throws Exception {
    RawFlood flood =
        new RawFlood(
            raw,
            WINDOW,
            count,
            i ->
                RawSocket.ascii(
                    RawSocket.request("1", "GET", path.apply(ids.get(i % ids.size())) + VARIABLE)));
    return Figures.of(RATE, flood.perSecond());
  }

  private Figures hangUp(OurSocket ours, int count, Function<String, String> path)
      throws Exception {
    List<String> now = List.copyOf(hungUpNext.subList(0, count));
    hungUpNext.subList(0, count).clear();
    Flood flood =
        new Flood(
            List.of(ours.transport()),
            WINDOW,
            count,
            i -> AriRequest.delete(path.apply(now.get(i))));
    Figures figures = figures(flood);
    live.gone(count);
    edge.settleAll(live.channels());
    return figures;
  }

  private static Figures figures(Flood flood) throws Exception {
    double rate = flood.perSecond();
    if (flood.failed() > 0) {
      throw new IllegalStateException(
          flood.failed() + " requests were refused: " + flood.lastRefusal());
    }
    return Figures.of(RATE, rate);
  }
}
