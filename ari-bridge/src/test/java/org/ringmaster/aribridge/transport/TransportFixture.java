// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ringmaster.aribridge.support.SimulatedAri;
import org.ringmaster.aribridge.support.Until;

/** A simulated ARI server, a socket to it and a transport of either kind. */
final class TransportFixture implements AutoCloseable, EventSocketListener {
  static final SocketTiming TIMING = new SocketTiming(1_000, 60, 400, 4_096, 65_536);

  final SimulatedAri server = new SimulatedAri();
  final AriCounters counters = new AriCounters();
  final List<String> events = new CopyOnWriteArrayList<>();
  final AtomicInteger ups = new AtomicInteger();
  final AtomicInteger downs = new AtomicInteger();
  final AtomicInteger losses = new AtomicInteger();
  final EventSocket socket;
  final AriTransport transport;
  private final EventLoops loops = new EventLoops(1);

  TransportFixture(boolean http, int maxOutstanding, int maxWaiting) {
    server.restOverWebSocket(!http);
    EventLoop loop = loops.next();
    socket = new EventSocket(loop, server.address(), "ringmaster", TIMING, counters, this);
    if (http) {
      PipelinedHttpTransport pipelined =
          new PipelinedHttpTransport(
              loop, server.address(), TIMING, counters, maxOutstanding, maxWaiting);
      pipelined.start();
      transport = pipelined;
    } else {
      transport = new WebSocketTransport(socket, counters, maxOutstanding, maxWaiting);
    }
    socket.start();
  }

  TransportFixture awaitUp() {
    Until.holds("socket and transport up", () -> ups.get() > 0 && transport.isUp());
    return this;
  }

  CompletableFuture<AriAnswer> ask(AriRequest request) {
    CompletableFuture<AriAnswer> answer = new CompletableFuture<>();
    transport.send(request, answer::complete);
    return answer;
  }

  AriAnswer await(CompletableFuture<AriAnswer> answer) {
    try {
      return answer.get(15, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError("no answer", failure);
    }
  }

  @Override
  public void onUp() {
    ups.incrementAndGet();
  }

  @Override
  public void onEvent(ByteBuf json) {
    events.add(json.toString(StandardCharsets.UTF_8));
  }

  @Override
  public void onDown() {
    downs.incrementAndGet();
  }

  @Override
  public void onLost() {
    losses.incrementAndGet();
  }

  @Override
  public void close() {
    transport.close();
    socket.close();
    server.close();
    loops.close();
  }
}
