// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads along at the very edge of every Netty client of this process, ours and ari4java's alike, so
 * that both are measured at the same place and by the same eyes. Found by Netty itself when {@link
 * #allow()} was called before the first connection.
 */
public final class WireTap extends ChannelInitializerExtension {
  private static final String ANSWER = "/answer";
  private static final String POST = "POST /ari/channels/";

  private static volatile @Nullable AnswerMeter meter;
  private static volatile LongConsumer flushes = nanos -> {};

  /** Made by Netty. */
  public WireTap() {}

  /** Lets Netty find the tap; called before any of its clients connects. */
  static void allow() {
    System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }

  /** From now on this meter is told; null: nobody. */
  static void tell(@Nullable AnswerMeter newMeter) {
    meter = newMeter;
  }

  /** From now on this is told whenever a WebSocket has been flushed, and when. */
  static void onFlush(LongConsumer newFlushes) {
    flushes = newFlushes;
  }

  @Override
  public void postInitializeClientChannel(Channel channel) {
    channel.pipeline().addFirst(new Reader());
  }

  /** Reads along on one connection. */
  private static final class Reader extends ChannelDuplexHandler {
    private final ServerFrames frames = new ServerFrames();
    private final Deque<String> asked = new ArrayDeque<>();
    private boolean first = true;
    private boolean webSocket;
    private boolean shaken;

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      if (message instanceof ByteBuf bytes && (first || !webSocket)) {
        leaves(bytes);
      }
      context.write(message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
      context.flush();
      if (webSocket) {
        flushes.accept(System.nanoTime());
      }
    }

    private void leaves(ByteBuf bytes) {
      String head =
          bytes.toString(
              bytes.readerIndex(), Math.min(bytes.readableBytes(), 200), StandardCharsets.US_ASCII);
      if (first) {
        first = false;
        webSocket = head.startsWith("GET ") && head.contains("/events?");
      }
      int end = head.indexOf(ANSWER);
      if (head.startsWith(POST) && end > 0) {
        asked.add(head.substring(POST.length(), end));
      } else if (head.startsWith("GET ") || head.startsWith("POST ")) {
        asked.add("");
      }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      AnswerMeter present = meter;
      if (message instanceof ByteBuf bytes) {
        long now = System.nanoTime();
        if (webSocket) {
          frames.take(bytes.nioBuffer(), now);
          look(present);
        } else {
          comes(bytes, now, present);
        }
      }
      context.fireChannelRead(message);
    }

    private void look(@Nullable AnswerMeter present) {
      if (!shaken) {
        shaken = frames.skipHandshake();
      }
      while (shaken && frames.next()) {
        if (present != null) {
          present.look(frames);
        }
      }
    }

    private void comes(ByteBuf bytes, long now, @Nullable AnswerMeter present) {
      String head =
          bytes.toString(
              bytes.readerIndex(), Math.min(bytes.readableBytes(), 12), StandardCharsets.US_ASCII);
      if (!head.startsWith("HTTP/1.1 ")) {
        return;
      }
      String channel = asked.poll();
      if (present != null && channel != null && !channel.isEmpty() && head.charAt(9) == '2') {
        present.answered(channel, now);
      }
    }
  }
}
