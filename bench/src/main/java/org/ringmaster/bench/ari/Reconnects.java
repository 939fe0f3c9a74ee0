// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import ch.loway.oss.ari4java.generated.models.ChannelUserevent;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Rounds;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.outage.CutWire;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;

/** The event socket is cut: how long until work goes on. */
public final class Reconnects {
  private static final String TIME = "ms";
  private static final String STOCK = "ari4java, first event again";
  private static final String RAW = "raw WebSocket, connected again";
  private static final long LONGEST_MILLIS = 15_000;
  private static final long TICK_MILLIS = 5;

  private final BenchEdge edge;

  Reconnects(BenchEdge edge) {
    this.edge = edge;
  }

  /** Measures on an Asterisk of its own on which so many calls are up. */
  public static void withCalls(Report report, int calls, int rounds) throws Exception {
    try (BenchEdge edge = new BenchEdge();
        LiveCalls live = new LiveCalls(edge)) {
      live.raiseTo(calls);
      new Reconnects(edge).into(report, rounds, ", " + calls + " calls live");
    }
  }

  void into(Report report, int rounds) throws Exception {
    into(report, rounds, "");
  }

  private void into(Report report, int rounds, String conditions) throws Exception {
    try (CutWire proxy = new CutWire(edge.asterisk().httpPort())) {
      Rounds taken =
          new Rounds(rounds)
              .with("ours", () -> ours(proxy))
              .with(RAW, () -> raw(proxy))
              .with(STOCK, () -> ari4Java(proxy))
              .run();
      report.add(
          new Row(
                  "event socket cut to all of the node known again" + conditions,
                  "ms",
                  taken.of("ours", TIME))
              .peer(STOCK, taken.of(STOCK, TIME))
              .limit(RAW, taken.of(RAW, TIME))
              .aim(Aim.atMost(100))
              .note(
                  "ours counts until every channel and bridge is listed anew; ari4java lists"
                      + " nothing"));
    }
  }

  private Figures ours(CutWire proxy) throws Exception {
    Listed listed = new Listed();
    try (OurNode node = new OurNode(edge.address(proxy.port()), "cut-ours", listed)) {
      node.node().start();
      listed.next.get(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
      TimeUnit.MILLISECONDS.sleep(50);
      listed.next = new CompletableFuture<>();
      long cut = System.nanoTime();
      proxy.drop();
      return figures(cut, listed.next);
    }
  }

  private Figures raw(CutWire proxy) throws Exception {
    CompletableFuture<Long> again = new CompletableFuture<>();
    RawSocket socket = new RawSocket(edge.address(proxy.port()), "cut-raw");
    Thread reader = Thread.ofPlatform().daemon().start(() -> readOn(proxy, socket, again));
    TimeUnit.MILLISECONDS.sleep(50);
    long cut = System.nanoTime();
    proxy.drop();
    Figures figures = figures(cut, again);
    reader.join();
    return figures;
  }

  private void readOn(CutWire proxy, RawSocket socket, CompletableFuture<Long> again) {
    try (socket) {
      while (true) {
        socket.next();
      }
    } catch (IOException gone) {
      try (RawSocket second = new RawSocket(edge.address(proxy.port()), "cut-raw")) {
        second.ask("GET", "asterisk/ping");
        again.complete(System.nanoTime());
      } catch (IOException refused) {
        again.completeExceptionally(refused);
      }
    }
  }

  private Figures ari4Java(CutWire proxy) throws Exception {
    AtomicBoolean isCut = new AtomicBoolean();
    CompletableFuture<Long> again = new CompletableFuture<>();
    try (Ari4Java client = new Ari4Java(edge.address(proxy.port()), "cut-a4j");
        RawSocket ticks = new RawSocket(edge.address(), "cut-ticks")) {
      client.listen(
          message -> {
            if (isCut.get() && message instanceof ChannelUserevent) {
              again.complete(System.nanoTime());
            }
          });
      long cut = System.nanoTime();
      proxy.drop();
      TimeUnit.MILLISECONDS.sleep(1);
      isCut.set(true);
      byte[] tick =
          RawSocket.ascii(RawSocket.request("1", "POST", "events/user/tick?application=cut-a4j"));
      long deadline = cut + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
      while (!again.isDone() && System.nanoTime() < deadline) {
        // Refused while the application is not registered.
        ticks.send(tick);
        ticks.answer();
        TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
      }
      return figures(cut, again);
    }
  }

  /** One that does not come back counts with the longest that was waited. */
  private static Figures figures(long cut, CompletableFuture<Long> again) throws Exception {
    try {
      long nanos = again.get(LONGEST_MILLIS, TimeUnit.MILLISECONDS) - cut;
      return Figures.of(TIME, nanos / 1e6);
    } catch (TimeoutException never) {
      return Figures.of(TIME, LONGEST_MILLIS);
    }
  }

  /** Where the node's inputs go: lists are waited for. */
  private static final class Listed implements Inlet {
    volatile CompletableFuture<Long> next = new CompletableFuture<>();

    @Override
    public void offer(Input input, long occurredAtMicros) {
      if (input instanceof CallInput.NodeListed) {
        next.complete(System.nanoTime());
      }
    }

    @Override
    public CompletableFuture<Answer> ask(Input input) {
      return CompletableFuture.completedFuture(new Answer.Refused("Nobody is asked here."));
    }
  }
}
