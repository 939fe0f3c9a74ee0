// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.aribridge.transport.AriCounters;
import org.ringmaster.aribridge.transport.AriTransport;
import org.ringmaster.aribridge.transport.EventLoops;
import org.ringmaster.aribridge.transport.EventSocket;
import org.ringmaster.aribridge.transport.EventSocketListener;
import org.ringmaster.aribridge.transport.SocketTiming;
import org.ringmaster.aribridge.transport.WebSocketTransport;

/** The platform's own socket and transport for one ARI application, as a node uses them. */
final class OurSocket implements AutoCloseable {
  private static final int MAX_WAITING = 100_000;
  private static final long UP_MILLIS = 10_000;

  private final EventLoops loops = new EventLoops(1);
  private final AriTransport transport;

  /**
   * Connects and waits until the socket is up.
   *
   * @param window how many requests may be under way
   * @param events is lent every event, on the socket's thread
   */
  OurSocket(AriAddress address, String app, int window, Consumer<ByteBuf> events)
      throws InterruptedException {
    AriCounters counters = new AriCounters();
    EventSocket socket =
        new EventSocket(
            loops.next(), address, app, SocketTiming.DEFAULT, counters, new Listener(events));
    transport = new WebSocketTransport(socket, counters, window, MAX_WAITING);
    socket.start();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(UP_MILLIS);
    while (!transport.isUp()) {
      if (System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException("the socket did not come up");
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  AriTransport transport() {
    return transport;
  }

  @Override
  public void close() {
    transport.close();
    loops.close();
  }

  /** Passes events on. */
  private record Listener(Consumer<ByteBuf> events) implements EventSocketListener {
    @Override
    public void onUp() {}

    @Override
    public void onEvent(ByteBuf json) {
      events.accept(json);
    }

    @Override
    public void onDown() {}

    @Override
    public void onLost() {}
  }
}
