// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.ringmaster.aribridge.transport.AriAddress;

/**
 * Speaks ARI as Asterisk does, as far as it goes with callers who arrive, are answered, wait in a
 * room and hang up, and does nothing else: what takes time is whoever answers. All state belongs to
 * its event loop.
 */
final class StubAsterisk implements AutoCloseable {
  private static final long STAY_MILLIS = 300;
  private static final int MAX_REQUEST = 1 << 16;

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
  private final EventLoop loop = group.next();
  private final StubTexts texts = new StubTexts();
  private final Map<String, Channel> sockets = new LinkedHashMap<>();
  private final Map<String, StubCall> calls = new LinkedHashMap<>();
  private final Map<String, String> bridges = new LinkedHashMap<>();
  private final Channel server;
  private int callers;
  private ObjLongConsumer<StubCall> answered = (call, nanos) -> {};

  /** Listens on a free port of the loopback address. */
  StubAsterisk() {
    server =
        new ServerBootstrap()
            .group(group)
            .channel(
                Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel made) {
                    made.pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpObjectAggregator(MAX_REQUEST))
                        .addLast(new StubConnection(StubAsterisk.this));
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  AriAddress address() {
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    return new AriAddress("stub", "127.0.0.1", port, "bench", "bench");
  }

  EventLoop loop() {
    return loop;
  }

  // Callers, on the event loop.

  /** From now on this is told who is answered, and when the request was read. */
  void onAnswer(ObjLongConsumer<StubCall> listener) {
    answered = listener;
  }

  /** A caller arrives at an application. */
  void arrives(String app, long dueNanos) {
    StubCall call = new StubCall(app, ++callers, dueNanos, texts.now());
    calls.put(call.id, call);
    send(call, texts.stasisStart(call));
  }

  List<StubCall> calls() {
    return new ArrayList<>(calls.values());
  }

  /** The caller hangs up, or is hung up. */
  void ends(StubCall call) {
    if (calls.remove(call.id) == null) {
      return;
    }
    send(call, texts.withCause("ChannelHangupRequest", call));
    if (!call.bridge.isEmpty()) {
      send(call, texts.inBridge("ChannelLeftBridge", call, call.bridge));
    }
    send(call, texts.plain("StasisEnd", call));
    send(call, texts.withCause("ChannelDestroyed", call));
  }

  private void send(StubCall call, ByteBuf event) {
    Channel socket = sockets.get(call.app);
    if (socket == null) {
      event.release();
    } else {
      socket.writeAndFlush(new TextWebSocketFrame(event), socket.voidPromise());
    }
  }

  // Connections, on the event loop.

  void connected(String app, Channel socket) {
    sockets.put(app, socket);
  }

  void disconnected(String app, Channel socket) {
    sockets.remove(app, socket);
  }

  /** Whether somebody listens for an application; any thread. */
  boolean hears(String app) {
    return loop.submit(() -> sockets.containsKey(app)).syncUninterruptibly().getNow();
  }

  /** What a request is answered with. */
  StubAnswer answer(String method, String uri) {
    long nanos = System.nanoTime();
    int query = uri.indexOf('?');
    String[] path = (query < 0 ? uri : uri.substring(0, query)).split("/");
    String what = path.length > 2 ? path[2] : "";
    return switch (path[0]) {
      case "channels" -> path.length == 1 ? listed() : channel(method, path[1], what, nanos);
      case "bridges" -> path.length == 1 ? rooms() : bridge(method, path[1], what, uri);
      case "applications" -> application(method, path[1]);
      case "asterisk" ->
          path[1].equals("info") ? StubAnswer.json(StubTexts.INFO) : StubAnswer.done();
      default -> StubAnswer.done();
    };
  }

  private StubAnswer listed() {
    return StubAnswer.json(
        calls.values().stream().map(StubCall::channel).collect(Collectors.joining(",", "[", "]")));
  }

  private StubAnswer rooms() {
    return StubAnswer.json(bridges.values().stream().collect(Collectors.joining(",", "[", "]")));
  }

  private StubAnswer channel(String method, String id, String what, long nanos) {
    StubCall call = calls.get(id);
    if (call == null) {
      return StubAnswer.notFound("Channel");
    } else if (method.equals("DELETE")) {
      return StubAnswer.done(() -> ends(call));
    } else if (what.equals("answer") && !call.isUp()) {
      answered.accept(call, nanos);
      call.answer();
      loop.schedule(() -> ends(call), STAY_MILLIS, TimeUnit.MILLISECONDS);
      return StubAnswer.done(() -> send(call, texts.plain("ChannelStateChange", call)));
    }
    return StubAnswer.done();
  }

  private StubAnswer bridge(String method, String id, String what, String uri) {
    if (method.equals("DELETE")) {
      bridges.remove(id);
    } else if (what.isEmpty()) {
      return StubAnswer.json(bridges.computeIfAbsent(id, StubTexts::bridge));
    } else if (what.equals("addChannel")) {
      StubCall call = calls.get(uri.substring(uri.indexOf("channel=") + "channel=".length()));
      String bridge = bridges.get(id);
      if (call == null || bridge == null) {
        return StubAnswer.notFound("Channel or bridge");
      }
      call.bridge = bridge;
      return StubAnswer.done(
          () -> send(call, texts.inBridge("ChannelEnteredBridge", call, bridge)));
    }
    return StubAnswer.done();
  }

  private StubAnswer application(String method, String app) {
    boolean unknown = method.equals("GET") && !sockets.containsKey(app);
    return unknown
        ? StubAnswer.notFound("Application")
        : StubAnswer.json(StubTexts.application(app));
  }

  @Override
  public void close() {
    server.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }
}
