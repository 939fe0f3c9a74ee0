// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.ringmaster.aribridge.transport.AriAnswer;
import org.ringmaster.aribridge.transport.AriReply;
import org.ringmaster.aribridge.transport.AriRequest;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;

/** Requests one after the other: how long each takes. */
final class RoundTrips {
  private static final String RAW = "raw WebSocket";
  private static final String STOCK = "ari4java";
  private static final String EXECUTOR = "ari4java + executor";
  private static final String WAITING = "ours, from another thread";
  private static final long ANSWER_SECONDS = 30;
  private static final AriRequest PING = AriRequest.get("asterisk/ping");

  private final BenchEdge edge;
  private final int pings;

  /** So many requests a turn. */
  RoundTrips(BenchEdge edge, int pings) {
    this.edge = edge;
    this.pings = pings;
  }

  void into(Report report, int rounds) throws Exception {
    try (OurSocket ours = new OurSocket(edge.address(), "ping-ours", 64, json -> {});
        RawSocket raw = new RawSocket(edge.address(), "ping-raw");
        Ari4Java ari4Java = new Ari4Java(edge.address(), "ping-a4j");
        ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Rounds taken =
          new Rounds(rounds)
              .with("ours", () -> onLoop(ours))
              .with(RAW, () -> raw(raw))
              .with(STOCK, () -> timed(() -> ari4Java.ari().asterisk().ping().execute()))
              .with(
                  EXECUTOR,
                  () ->
                      timed(
                          () ->
                              executor
                                  .submit(() -> ari4Java.ari().asterisk().ping().execute())
                                  .get()))
              .with(WAITING, () -> timed(() -> waited(ours)))
              .warmUp()
              .run();
      report.add(
          row("ARI round trip (ping), one after the other, p50", taken, "p50")
              .aim(Aim.atMostTimes(1.15, RAW))
              .aim(Aim.otherAtLeastTimes(2, STOCK)));
      report.add(
          row("ARI round trip (ping), one after the other, p99", taken, "p99")
              .aim(Aim.otherAtLeastTimes(10, STOCK)));
    }
  }

  private static Row row(String what, Rounds taken, String figure) {
    return new Row(what, "us", taken.of("ours", figure))
        .peer(STOCK, taken.of(STOCK, figure))
        .peer(EXECUTOR, taken.of(EXECUTOR, figure))
        .peer(WAITING, taken.of(WAITING, figure))
        .limit(RAW, taken.of(RAW, figure))
        .note(
            "ours asks the next from the answer to the last, on the node's thread, as the platform"
                + " does; from another thread two changes of thread come on top; the raw WebSocket's"
                + " p99 is what the machine and Asterisk make of it, and nobody's can be lower");
  }

  private Figures onLoop(OurSocket ours) throws Exception {
    Chain chain = new Chain(ours);
    chain.ask();
    chain.done.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    return Figures.ofNanos(chain.nanos);
  }

  private Figures raw(RawSocket raw) throws Exception {
    Histogram nanos = new Histogram(3);
    byte[] ping = RawSocket.ascii(RawSocket.request("1", "GET", "asterisk/ping"));
    for (int i = 0; i < pings; i++) {
      long began = System.nanoTime();
      raw.send(ping);
      raw.answer();
      nanos.recordValue(System.nanoTime() - began);
    }
    return Figures.ofNanos(nanos);
  }

  private Figures timed(Ask ask) throws Exception {
    Histogram nanos = new Histogram(3);
    for (int i = 0; i < pings; i++) {
      long began = System.nanoTime();
      ask.once();
      nanos.recordValue(System.nanoTime() - began);
    }
    return Figures.ofNanos(nanos);
  }

  private static AriAnswer waited(OurSocket ours) throws Exception {
    CompletableFuture<AriAnswer> answer = new CompletableFuture<>();
    ours.transport().send(PING, answer::complete);
    return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
  }

  /** Asks and waits. */
  private interface Ask {
    void once() throws Exception;
  }

  /** Asks the next thing when the last is answered. */
  private final class Chain implements AriReply {
    final CompletableFuture<Boolean> done = new CompletableFuture<>();
    final Histogram nanos = new Histogram(3);
    private final OurSocket ours;
    private int left = pings;
    private long began;

    Chain(OurSocket ours) {
      this.ours = ours;
    }

    void ask() {
      began = System.nanoTime();
      ours.transport().send(PING, this);
    }

    @Override
    public void answered(AriAnswer answer) {
      nanos.recordValue(System.nanoTime() - began);
      if (!answer.ok()) {
        done.completeExceptionally(new IllegalStateException("ping: " + answer));
      } else if (--left > 0) {
        ask();
      } else {
        done.complete(true);
      }
    }
  }
}
