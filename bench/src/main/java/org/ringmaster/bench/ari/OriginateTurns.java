// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import ch.loway.oss.ari4java.generated.models.StasisStart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Endpoint;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.core.kernel.Input;

/**
 * The turns of {@link Originates}. In each the same calls are asked for, with ids of the platform's
 * form; a call is lost that Asterisk refused or that never arrived at its application.
 */
final class OriginateTurns implements AutoCloseable {
  private static final String RAW_APP = "bulk-raw";
  private static final int WINDOW = 64;
  private static final int THREADS = 16;
  private static final long EPOCH = 23_456_789;
  private static final long ARRIVED_SECONDS = 10;
  private static final long ANSWERED_SECONDS = 50;

  private final BenchEdge edge;
  private final int calls;
  private final AtomicLong numbers = new AtomicLong();
  private final Entered entered = new Entered();
  private final OurNode node;

  OriginateTurns(BenchEdge edge, int calls) throws Exception {
    this.edge = edge;
    this.calls = calls;
    node = new OurNode(edge.address(), "bulk-ours", entered);
    node.node().start();
    entered.listed.get(ARRIVED_SECONDS, TimeUnit.SECONDS);
  }

  private String nextId() {
    return IdShape.mint('l', 99, EPOCH, numbers.incrementAndGet());
  }

  /** Through the platform's node: commands in, inputs out. */
  Figures ours(int channelsBefore) throws Exception {
    entered.legs = new CountDownLatch(calls);
    List<LegId> legs = new ArrayList<>();
    Endpoint endpoint = new Endpoint("Local", BenchEdge.CONTEXT, BenchEdge.STAYS);
    CountDownLatch answered = new CountDownLatch(calls);
    entered.answered = answered;
    long began = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      LegId leg = new LegId(nextId());
      legs.add(leg);
      node.node()
          .publish(
              new CallCommand.OriginateLeg(
                  OurNode.ID, leg, null, endpoint, null, null, 20_000, false, true));
    }
    if (!answered.await(ANSWERED_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(answered.getCount() + " calls were not answered");
    }
    double rate = calls * 1e9 / (System.nanoTime() - began);
    Figures figures = figures(rate, entered.legs);
    for (LegId leg : legs) {
      node.node().publish(new CallCommand.HangUpLeg(OurNode.ID, leg, HangupCause.NORMAL));
    }
    edge.settleAll(channelsBefore);
    return figures;
  }

  /** A socket for requests and one that hears of arrivals, as the platform has them. */
  Figures raw(int channelsBefore) throws Exception {
    CountDownLatch arrived = new CountDownLatch(calls);
    List<String> ids = ids();
    try (RawSocket events = new RawSocket(edge.address(), RAW_APP);
        RawSocket bulk = new RawSocket(edge.address(), RAW_APP + "-2");
        ExecutorService reader = Executors.newSingleThreadExecutor()) {
      events.ask(WaitingRoom.filter(RAW_APP));
      reader.submit(() -> read(events, arrived));
      RawFlood flood =
          new RawFlood(
              bulk,
              WINDOW,
              calls,
              i -> RawSocket.ascii(RawSocket.request("1", "POST", uri(ids.get(i)))));
      Figures figures = figures(flood.perSecond(), arrived);
      hangUp(bulk, ids);
      edge.settleAll(channelsBefore);
      events.close();
      return figures;
    }
  }

  private static String uri(String id) {
    return "channels/"
        + id
        + "?endpoint=Local%2F"
        + BenchEdge.STAYS
        + "%40"
        + BenchEdge.CONTEXT
        + "&app="
        + RAW_APP
        + "&appArgs=out&timeout=20";
  }

  private static Boolean read(RawSocket events, CountDownLatch arrived) throws IOException {
    byte[] start = RawSocket.ascii("{\"type\":\"StasisStart\"");
    while (true) {
      if (events.next().startsWith(start)) {
        arrived.countDown();
      }
    }
  }

  /** With as many threads as its users give it, each waiting for its answer. */
  Figures ari4Java(int channelsBefore) throws Exception {
    CountDownLatch arrived = new CountDownLatch(calls);
    List<String> ids = ids();
    try (Ari4Java client = new Ari4Java(edge.address(), "bulk-a4j");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      client.listen(
          message -> {
            if (message instanceof StasisStart) {
              arrived.countDown();
            }
          });
      AtomicInteger failed = new AtomicInteger();
      long began = System.nanoTime();
      List<Future<?>> asked = new ArrayList<>();
      for (String id : ids) {
        asked.add(threads.submit(() -> begin(client, id, failed)));
      }
      for (Future<?> one : asked) {
        one.get();
      }
      double rate = (calls - failed.get()) * 1e9 / (System.nanoTime() - began);
      Figures figures = figures(rate, arrived);
      try (RawSocket socket = new RawSocket(edge.address(), RAW_APP + "-2")) {
        hangUp(socket, ids);
      }
      edge.settleAll(channelsBefore);
      return figures;
    }
  }

  private static void begin(Ari4Java client, String id, AtomicInteger failed) {
    try {
      client
          .ari()
          .channels()
          .originateWithId(id, "Local/" + BenchEdge.STAYS + "@" + BenchEdge.CONTEXT)
          .setApp("bulk-a4j")
          .setAppArgs("out")
          .setTimeout(20)
          .execute();
    } catch (Exception refused) {
      failed.incrementAndGet();
    }
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      ids.add(nextId());
    }
    return ids;
  }

  private static void hangUp(RawSocket socket, List<String> ids) throws IOException {
    new RawFlood(
            socket,
            WINDOW,
            ids.size(),
            i -> RawSocket.ascii(RawSocket.request("1", "DELETE", "channels/" + ids.get(i))))
        .perSecond();
  }

  private static Figures figures(double rate, CountDownLatch arrived) throws InterruptedException {
    arrived.await(ARRIVED_SECONDS, TimeUnit.SECONDS);
    return Figures.of(Originates.RATE, rate).with(Originates.LOST, arrived.getCount());
  }

  @Override
  public void close() {
    node.close();
  }

  /** Where the node's inputs go: arrivals and answers are counted. */
  private static final class Entered implements Inlet {
    final CompletableFuture<Boolean> listed = new CompletableFuture<>();
    volatile CountDownLatch legs = new CountDownLatch(0);
    volatile CountDownLatch answered = new CountDownLatch(0);

    @Override
    public void offer(Input input, long occurredAtMicros) {
      if (input instanceof CallInput.LegEntered) {
        legs.countDown();
      } else if (input instanceof CallInput.LegMade || isRefusal(input)) {
        answered.countDown();
      } else if (input instanceof CallInput.NodeListed) {
        listed.complete(true);
      }
    }

    private static boolean isRefusal(Input input) {
      return input instanceof CallInput.CommandFailed failed
          && failed.what().equals(CallCommand.OriginateLeg.class.getSimpleName());
    }

    @Override
    public CompletableFuture<Answer> ask(Input input) {
      return CompletableFuture.completedFuture(new Answer.Refused("Nobody is asked here."));
    }
  }
}
