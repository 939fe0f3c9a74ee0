// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ringmaster.aribridge.transport.AriCounters;
import org.ringmaster.aribridge.transport.AriRequest;
import org.ringmaster.aribridge.transport.AriTransport;
import org.ringmaster.aribridge.transport.EventLoops;
import org.ringmaster.aribridge.transport.PipelinedHttpTransport;
import org.ringmaster.aribridge.transport.SocketTiming;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;

/** How many requests a second pass with 64 of them under way. */
final class Throughput {
  private static final String PER_SECOND = "per second";
  private static final String FAILED = "failed";
  private static final String HTTP = "ours over HTTP";
  private static final String RAW = "raw WebSocket";
  private static final String RAW_HTTP = "raw HTTP x 4";
  private static final String STOCK = "ari4java async";
  private static final String EXECUTOR = "ari4java + 16 threads";
  private static final AriRequest PING = AriRequest.get("asterisk/ping");
  private static final int WINDOW = 64;
  private static final int CONNECTIONS = 4;
  private static final int THREADS = 16;

  private final BenchEdge edge;
  private final int pings;
  private final long asyncMillis;

  /**
   * Makes the measurement.
   *
   * @param pings how many requests a turn; an eighth of it where ari4java sends them
   * @param asyncMillis how long ari4java's asynchronous requests are waited for
   */
  Throughput(BenchEdge edge, int pings, long asyncMillis) {
    this.edge = edge;
    this.pings = pings;
    this.asyncMillis = asyncMillis;
  }

  void into(Report report, int rounds) throws Exception {
    try (OurSocket ours = new OurSocket(edge.address(), "flood-ours", WINDOW, json -> {});
        EventLoops loops = new EventLoops(1);
        RawSocket raw = new RawSocket(edge.address(), "flood-raw");
        RawHttpFlood rawHttp = new RawHttpFlood(edge.address(), CONNECTIONS);
        Ari4Java ari4Java = new Ari4Java(edge.address(), "flood-a4j");
        ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
      List<PipelinedHttpTransport> http = connections(loops);
      byte[] ping = RawSocket.ascii(RawSocket.request("1", "GET", "asterisk/ping"));
      Rounds taken =
          new Rounds(rounds)
              .with("ours", () -> ours(List.of(ours.transport())))
              .with(RAW, () -> raw(raw, ping))
              .with(HTTP, () -> ours(http))
              .with(RAW_HTTP, () -> figure(rawHttp.perSecond(pings, WINDOW)))
              .with(EXECUTOR, () -> threads(ari4Java, executor))
              .with(STOCK, this::async)
              .warmUp()
              .run();
      http.forEach(PipelinedHttpTransport::close);
      report(report, taken);
    }
  }

  private static void report(Report report, Rounds taken) {
    report.add(
        new Row("ARI requests, 64 under way, one WebSocket", "1/s", taken.of("ours", PER_SECOND))
            .peer(STOCK, taken.of(STOCK, PER_SECOND))
            .peer(EXECUTOR, taken.of(EXECUTOR, PER_SECOND))
            .limit(RAW, taken.of(RAW, PER_SECOND))
            .aim(Aim.atLeastTimes(0.8, RAW))
            .note("Asterisk carries out one WebSocket's requests one after the other"));
    report.add(
        new Row(
                "ARI requests, 64 under way, four HTTP connections",
                "1/s",
                taken.of(HTTP, PER_SECOND))
            .peer(STOCK, taken.of(STOCK, PER_SECOND))
            .peer(EXECUTOR, taken.of(EXECUTOR, PER_SECOND))
            .limit(RAW_HTTP, taken.of(RAW_HTTP, PER_SECOND))
            .aim(Aim.atLeastTimes(5, EXECUTOR))
            .aim(Aim.atLeastTimes(0.8, RAW_HTTP)));
    report.add(
        new Row(
                "ARI requests that fail, of 1,000 with 64 under way",
                "requests",
                taken.of("ours", FAILED))
            .peer(EXECUTOR, taken.of(EXECUTOR, FAILED))
            .limit(RAW, taken.of(RAW, FAILED))
            .aim(Aim.atMost(0)));
  }

  private List<PipelinedHttpTransport> connections(EventLoops loops) throws InterruptedException {
    List<PipelinedHttpTransport> connections = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      PipelinedHttpTransport transport =
          new PipelinedHttpTransport(
              loops.next(),
              edge.address(),
              SocketTiming.DEFAULT,
              new AriCounters(),
              WINDOW / CONNECTIONS,
              WINDOW);
      transport.start();
      connections.add(transport);
    }
    return connections;
  }

  private Figures ours(List<? extends AriTransport> transports) throws Exception {
    Flood flood = new Flood(transports, WINDOW, pings, i -> PING);
    return figure(flood.perSecond()).with(FAILED, 1_000.0 * flood.failed() / pings);
  }

  private Figures raw(RawSocket raw, byte[] ping) throws Exception {
    RawFlood flood = new RawFlood(raw, WINDOW, pings, i -> ping);
    return figure(flood.perSecond()).with(FAILED, 1_000.0 * flood.failed() / pings);
  }

  private Figures threads(Ari4Java ari4Java, ExecutorService executor) throws Exception {
    int count = pings / 8;
    long began = System.nanoTime();
    List<Future<?>> asked = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      asked.add(executor.submit(() -> ari4Java.ari().asterisk().ping().execute()));
    }
    int failed = 0;
    for (Future<?> one : asked) {
      try {
        one.get();
      } catch (ExecutionException refused) {
        failed++;
      }
    }
    return figure((count - failed) * 1e9 / (System.nanoTime() - began))
        .with(FAILED, 1_000.0 * failed / count);
  }

  /** Its own answers call for the next ones; after a while what has come is counted. */
  private Figures async() throws Exception {
    AtomicInteger answered = new AtomicInteger();
    try (Ari4Java fresh = new Ari4Java(edge.address(), "flood-async")) {
      long began = System.nanoTime();
      for (int i = 0; i < WINDOW; i++) {
        askAsync(fresh, answered);
      }
      TimeUnit.MILLISECONDS.sleep(asyncMillis);
      return figure(answered.get() * 1e9 / (System.nanoTime() - began));
    }
  }

  private static void askAsync(Ari4Java client, AtomicInteger answered) throws Exception {
    client
        .ari()
        .asterisk()
        .ping()
        .execute(
            new Ari4Java.Callback<>(
                pong -> {
                  answered.incrementAndGet();
                  try {
                    askAsync(client, answered);
                  } catch (Exception refused) {
                    // Nothing more is asked: what was answered counts.
                    return;
                  }
                }));
  }

  private static Figures figure(double perSecond) {
    return Figures.of(PER_SECOND, perSecond);
  }
}
