// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Many open wallboards and agents' pages on one thread, which note when each change reaches them.
 */
final class WallViewers implements AutoCloseable {
  private static final byte[] CHANGE =
      "{\"type\":\"change\",\"sequence\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BEAT = "{\"type\":\"beat\"".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_FRAME = 1 << 24;
  private static final long CONNECT_SECONDS = 30;

  /** Told on the viewers' thread. */
  @FunctionalInterface
  interface Ear {
    /**
     * A change has reached one viewer.
     *
     * @param sequence its number; 0 on an agent's page, where frames have none
     * @param text the message, valid during the call
     */
    void hears(Seat seat, long sequence, ByteBuf text, long nanos);
  }

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final List<Channel> channels = new ArrayList<>();
  private final AtomicLong messages = new AtomicLong();
  private volatile @Nullable Ear ear;

  /** Opens them and waits until each has been let in and, if so said, has had a first message. */
  WallViewers(URI wall, List<Seat> seats, boolean greeted) throws Exception {
    int count = seats.size();
    CountDownLatch open = new CountDownLatch(count);
    for (Seat seat : seats) {
      Bootstrap bootstrap =
          new Bootstrap()
              .group(group)
              .channel(NioSocketChannel.class)
              .handler(
                  new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                      fill(channel, wall, seat, open);
                    }
                  });
      channels.add(bootstrap.connect(wall.getHost(), wall.getPort()).sync().channel());
    }
    if (!open.await(CONNECT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(open.getCount() + " viewers were not let in");
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CONNECT_SECONDS);
    while (greeted && messages.get() < count) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not all viewers were greeted");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private void fill(SocketChannel channel, URI wall, Seat seat, CountDownLatch open) {
    WebSocketClientProtocolConfig config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(URI.create("ws://" + wall.getAuthority() + seat.kind().path))
            .customHeaders(seat.headers())
            .maxFramePayloadLength(MAX_FRAME)
            .build();
    channel
        .pipeline()
        .addLast(new HttpClientCodec(), new HttpObjectAggregator(MAX_FRAME))
        .addLast(new WebSocketClientProtocolHandler(config))
        .addLast(new Viewer(seat, open));
  }

  /** From now on this one hears all changes; null: nobody. */
  void listen(@Nullable Ear now) {
    ear = now;
  }

  /** Processor time the viewers themselves have used, nanoseconds. */
  long cpuNanos() throws Exception {
    long id = group.submit(() -> Thread.currentThread().threadId()).get();
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(id);
  }

  @Override
  public void close() {
    channels.forEach(Channel::close);
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** One of them. */
  private final class Viewer extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    private final Seat seat;
    private final CountDownLatch open;

    Viewer(Seat seat, CountDownLatch open) {
      this.seat = seat;
      this.open = open;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
        if (seat.says() != null) {
          context.writeAndFlush(new TextWebSocketFrame(seat.says()));
        }
        open.countDown();
      }
      context.fireUserEventTriggered(event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      long now = System.nanoTime();
      messages.incrementAndGet();
      ByteBuf text = frame.content();
      Ear listening = ear;
      if (seat.kind() == Seat.Kind.PAGE && begins(text, BEAT)) {
        context.writeAndFlush(new TextWebSocketFrame("here")); // As a page does.
      } else if (listening != null && seat.kind() == Seat.Kind.PAGE) {
        listening.hears(seat, 0, text, now);
      } else if (listening != null && begins(text, CHANGE)) {
        listening.hears(seat, sequence(text), text, now);
      }
    }

    private static boolean begins(ByteBuf text, byte[] with) {
      if (text.readableBytes() < with.length) {
        return false;
      }
      for (int i = 0; i < with.length; i++) {
        if (text.getByte(text.readerIndex() + i) != with[i]) {
          return false;
        }
      }
      return true;
    }

    /** The number of a change. */
    private static long sequence(ByteBuf text) {
      int at = text.readerIndex() + CHANGE.length;
      long sequence = 0;
      for (byte digit = text.getByte(at);
          digit >= '0' && digit <= '9';
          digit = text.getByte(++at)) {
        sequence = sequence * 10 + digit - '0';
      }
      return sequence;
    }
  }
}
