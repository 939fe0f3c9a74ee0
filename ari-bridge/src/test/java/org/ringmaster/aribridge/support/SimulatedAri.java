// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.support;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ringmaster.aribridge.transport.AriAddress;

/**
 * An ARI server in this process: REST over WebSocket and over HTTP, one socket per application, and
 * every kind of misbehaviour on request.
 */
public final class SimulatedAri implements AutoCloseable {
  /** The credentials it wants. */
  public static final String USER = "ringmaster";

  /** The credentials it wants. */
  public static final String PASSWORD = "secret-in-test";

  /** What it answers. */
  public record Answer(int status, String body) {}

  /** What it was asked. */
  public record Asked(String method, String uri, String body, String app) {}

  /** Decides what to answer; null for no answer at all. */
  @FunctionalInterface
  public interface Script {
    Answer answer(Asked asked);
  }

  final List<Asked> asked = new CopyOnWriteArrayList<>();
  final Map<String, Channel> sockets = new ConcurrentHashMap<>();
  final List<Channel> connections = new CopyOnWriteArrayList<>();
  final AtomicInteger handshakes = new AtomicInteger();
  volatile Script script = asked -> new Answer(204, "");
  volatile boolean restOverWebSocket = true;
  volatile boolean deaf;
  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private Channel server;
  private final int port;

  /** Starts on a free port of the loopback address. */
  public SimulatedAri() {
    server = bind(0);
    port = ((InetSocketAddress) server.localAddress()).getPort();
  }

  private Channel bind(int wantedPort) {
    return new ServerBootstrap()
        .group(group)
        .channel(NioServerSocketChannel.class)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel made) {
                connections.add(made);
                made.closeFuture().addListener(done -> connections.remove(made));
                made.pipeline().addLast(new HttpServerCodec());
                made.pipeline().addLast(new HttpObjectAggregator(1 << 20));
                made.pipeline().addLast(new SimulatedAriHandler(SimulatedAri.this));
              }
            })
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wantedPort))
        .syncUninterruptibly()
        .channel();
  }

  /** Where it is. */
  public AriAddress address() {
    return new AriAddress("sim1", "127.0.0.1", port, USER, PASSWORD);
  }

  /** Sets what it answers. */
  public void script(Script newScript) {
    script = newScript;
  }

  /** Makes it an older Asterisk, or a newer one. */
  public void restOverWebSocket(boolean on) {
    restOverWebSocket = on;
  }

  /** Makes it ignore everything, pings too, without closing anything. */
  public void deaf(boolean on) {
    deaf = on;
  }

  /** What it was asked so far, in order. */
  public List<Asked> asked() {
    return asked;
  }

  /** How many sockets were opened so far. */
  public int handshakes() {
    return handshakes.get();
  }

  /** Whether the application's socket is open. */
  public boolean hasSocket(String app) {
    Channel socket = sockets.get(app);
    return socket != null && socket.isActive();
  }

  /** Sends a text frame on the application's socket. */
  public void send(String app, String text) {
    open(app).writeAndFlush(new TextWebSocketFrame(text));
  }

  /** Sends bytes below the WebSocket on the application's socket. */
  public void sendRaw(String app, byte[] bytes) {
    Channel socket = open(app);
    ByteBuf raw = Unpooled.wrappedBuffer(bytes);
    socket.eventLoop().execute(() -> socket.pipeline().firstContext().writeAndFlush(raw));
  }

  /** The socket; the far end may know of it a moment before this one does. */
  private Channel open(String app) {
    Until.holds("socket of " + app, () -> hasSocket(app));
    return sockets.get(app);
  }

  /** Cuts every connection without a word. */
  public void drop() {
    for (Channel connection : connections) {
      connection.close();
    }
  }

  /** Stops listening and cuts everything, as a crash does. */
  public void stop() {
    server.close().syncUninterruptibly();
    drop();
  }

  /** Listens again on the same port. */
  public void restart() {
    server = bind(port);
  }

  /** Half of a frame's bytes, for {@link #sendRaw}. */
  public static byte[] halfFrame() {
    byte[] text = "{\"type\":\"StasisStart\",\"chan".getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[text.length + 2];
    frame[0] = (byte) 0x81;
    frame[1] = 120;
    System.arraycopy(text, 0, frame, 2, text.length);
    return frame;
  }

  @Override
  public void close() {
    stop();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }
}
