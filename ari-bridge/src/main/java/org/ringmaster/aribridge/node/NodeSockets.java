// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ringmaster.aribridge.node.NodeSettings.RequestPath;
import org.ringmaster.aribridge.transport.AriCounters;
import org.ringmaster.aribridge.transport.AriTransport;
import org.ringmaster.aribridge.transport.EventSocket;
import org.ringmaster.aribridge.transport.EventSocketListener;
import org.ringmaster.aribridge.transport.PipelinedHttpTransport;
import org.ringmaster.aribridge.transport.WebSocketTransport;

/**
 * The connections to one node: the control application's socket, and further ones for originates in
 * bulk, each with a name of its own because Asterisk carries out one socket's requests one after
 * the other. Runs on the node's event loop.
 */
final class NodeSockets {
  private static final long RETIRE_LOOK_MILLIS = 1_000;

  private final EventLoop loop;
  private final NodeSettings settings;
  private final AriCounters counters;
  private final EventSocket events;
  private final List<EventSocket> bulkSockets = new ArrayList<>();
  private final List<AriTransport> all = new ArrayList<>();
  private List<AriTransport> bulk;
  private final AriTransport webSocket;
  private final List<AriTransport> webSocketBulk;
  private AriTransport control;
  private boolean overHttp;
  private boolean fenced;
  private int turn;

  /**
   * Makes the sockets.
   *
   * @param bulkEvents is handed what a bulk socket says, which is next to nothing
   */
  NodeSockets(
      EventLoop loop,
      NodeSettings settings,
      AriCounters counters,
      EventSocketListener listener,
      Consumer<ByteBuf> bulkEvents) {
    this.loop = loop;
    this.settings = settings;
    this.counters = counters;
    events = socket(settings.app(), listener);
    webSocket = over(events);
    control = webSocket;
    List<AriTransport> others = new ArrayList<>();
    for (int i = 1; i <= settings.bulkSockets(); i++) {
      EventSocket socket = socket(settings.app() + "-bulk-" + i, new BulkListener(bulkEvents));
      bulkSockets.add(socket);
      others.add(over(socket));
    }
    webSocketBulk = List.copyOf(others);
    bulk = webSocketBulk;
  }

  private EventSocket socket(String app, EventSocketListener listener) {
    return new EventSocket(loop, settings.address(), app, settings.timing(), counters, listener);
  }

  private AriTransport over(EventSocket socket) {
    AriTransport transport =
        new WebSocketTransport(socket, counters, settings.maxOutstanding(), settings.maxWaiting());
    all.add(transport);
    return transport;
  }

  void start() {
    events.start();
    if (settings.path() == RequestPath.HTTP) {
      useHttp();
    } else {
      bulkSockets.forEach(EventSocket::start);
    }
  }

  /** Requests travel over HTTP from now on. */
  void useHttp() {
    if (overHttp || fenced) {
      return;
    }
    overHttp = true;
    bulkSockets.forEach(EventSocket::close);
    control = http();
    List<AriTransport> others = new ArrayList<>();
    for (int i = 0; i < settings.bulkSockets(); i++) {
      others.add(http());
    }
    bulk = others;
  }

  /**
   * Requests travel over the event WebSocket from now on. Those that are under way over HTTP still
   * come to their end.
   */
  void useWebSocket() {
    if (!overHttp || fenced) {
      return;
    }
    overHttp = false;
    retire(control);
    bulk.forEach(this::retire);
    control = webSocket;
    bulk = webSocketBulk;
    bulkSockets.forEach(EventSocket::start);
  }

  private void retire(AriTransport former) {
    if (former.outstanding() == 0 && former.waiting() == 0) {
      all.remove(former);
      former.close();
    } else if (!fenced) {
      after(RETIRE_LOOK_MILLIS, () -> retire(former));
    }
  }

  private AriTransport http() {
    PipelinedHttpTransport transport =
        new PipelinedHttpTransport(
            loop,
            settings.address(),
            settings.timing(),
            counters,
            settings.maxOutstanding(),
            settings.maxWaiting());
    all.add(transport);
    transport.start();
    return transport;
  }

  /** The event WebSocket's, whichever is in use: whether the Asterisk answers there is asked. */
  AriTransport webSocket() {
    return webSocket;
  }

  boolean overHttp() {
    return overHttp;
  }

  AriTransport control() {
    return control;
  }

  /** The next of the bulk connections, or control when there is none. */
  AriTransport bulk() {
    if (bulk.isEmpty()) {
      return control;
    }
    turn = (turn + 1) % bulk.size();
    return bulk.get(turn);
  }

  /** Does something later, on the node's event loop. */
  void after(long millis, Runnable task) {
    loop.schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  /** How long ago the last word came on the event socket, microseconds. */
  long silentMicros() {
    return events.silentMicros();
  }

  /** Drops the event socket, which then connects again. */
  void reconnect() {
    events.reconnect();
  }

  /** Sends nothing more and closes everything, for good. */
  void fence() {
    fenced = true;
    all.forEach(AriTransport::fence);
    all.forEach(AriTransport::close);
    events.close();
    bulkSockets.forEach(EventSocket::close);
  }

  /** What a bulk socket hears. */
  private record BulkListener(Consumer<ByteBuf> events) implements EventSocketListener {
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
