// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriCounters.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * REST over one HTTP connection that is kept open, requests written without waiting for the answers
 * before them: for an Asterisk that has no REST over WebSocket. Answers come in the order of the
 * requests. Runs on the node's event loop.
 */
public final class PipelinedHttpTransport extends ReconnectingChannel implements AriTransport {
  private static final Logger log = LoggerFactory.getLogger(PipelinedHttpTransport.class);
  private static final int MAX_BODY_BYTES = 1024 * 1024;
  private static final int ROOM_BYTES = 8 * 1024;

  private final RequestWindow window;
  private final HttpRequests requests;
  private final ArrayDeque<Pending> sent = new ArrayDeque<>();

  /** What is written and not yet flushed. */
  private @Nullable ByteBuf unsent;

  private @Nullable ScheduledFuture<?> watch;
  private long lastHeardNanos;

  /**
   * Makes a transport that connects at once.
   *
   * @param maxOutstanding how many requests may be under way
   * @param maxWaiting how many may wait behind them
   */
  public PipelinedHttpTransport(
      EventLoop loop,
      AriAddress address,
      SocketTiming timing,
      AriCounters counters,
      int maxOutstanding,
      int maxWaiting) {
    super(loop, address, timing, counters);
    requests = new HttpRequests(address);
    window = new RequestWindow(loop, new Wire(), counters, maxOutstanding, maxWaiting);
  }

  /** Begins to connect, and goes on doing so until it is closed. */
  public void start() {
    open();
  }

  @Override
  public void send(AriRequest request, AriReply reply) {
    window.submit(request, reply, false);
  }

  @Override
  public void sendFirst(AriRequest request, AriReply reply) {
    window.submit(request, reply, true);
  }

  @Override
  public int outstanding() {
    return window.outstanding();
  }

  @Override
  public int waiting() {
    return window.waiting();
  }

  @Override
  public void fence() {
    if (loop.inEventLoop()) {
      window.fence();
    } else if (!loop.isShuttingDown()) {
      loop.execute(window::fence);
    }
  }

  @Override
  public void close() {
    fence();
    shut();
  }

  @Override
  String label() {
    return "ARI over HTTP";
  }

  @Override
  void assemble(ChannelPipeline pipeline) {
    pipeline.addLast(new Answers());
  }

  @Override
  void connected() {
    lastHeardNanos = System.nanoTime();
    watch =
        loop.scheduleWithFixedDelay(
            this::watch, timing.pingMillis(), timing.pingMillis(), TimeUnit.MILLISECONDS);
    window.dispatch();
  }

  @Override
  void disconnected() {
    if (watch != null) {
      watch.cancel(false);
      watch = null;
    }
    sent.clear();
    ByteBuf lost = unsent;
    unsent = null;
    if (lost != null) {
      lost.release();
    }
    window.disconnected();
  }

  /** Asterisk closes idle connections after 15 s: a ping keeps ours, and finds a dead peer. */
  private void watch() {
    long silentMillis = (System.nanoTime() - lastHeardNanos) / 1_000_000L;
    if (silentMillis < timing.deadMillis()) {
      if (sent.isEmpty() && silentMillis >= 2L * timing.pingMillis()) {
        sendFirst(AriRequest.get("asterisk/ping").within(timing.deadMillis()), answer -> {});
      }
      return;
    }
    if (!sent.isEmpty()) {
      counters.add(Kind.DEAD_PEERS);
      log.warn("{} of {} has been silent for {} ms", label(), address, silentMillis);
      drop();
    }
  }

  /** Writes requests, all that are asked in one turn of the loop as one piece. */
  private final class Wire implements RequestWire {
    private ByteBuf room(Channel present) {
      ByteBuf room = unsent;
      if (room == null) {
        room = present.alloc().buffer(ROOM_BYTES);
        unsent = room;
      }
      return room;
    }

    @Override
    public boolean isReady() {
      return isUp();
    }

    @Override
    public boolean write(Pending pending) {
      Channel present = channel();
      AriRequest request = pending.request;
      String body = request.body();
      boolean tooLong = body != null && body.length() > MAX_BODY_BYTES;
      if (present == null || tooLong || !HttpRequests.canSend(request)) {
        return false;
      }
      if (sent.isEmpty()) {
        lastHeardNanos = System.nanoTime();
      }
      sent.add(pending);
      requests.write(room(present), request);
      return true;
    }

    @Override
    public void flush() {
      Channel present = channel();
      ByteBuf written = unsent;
      unsent = null;
      if (written == null) {
        return;
      }
      if (present == null) {
        written.release();
      } else {
        present.writeAndFlush(written, present.voidPromise());
      }
    }
  }

  /** Reads answers; each belongs to the oldest request without one. */
  private final class Answers extends SimpleChannelInboundHandler<ByteBuf> {
    private final HttpAnswers answers = new HttpAnswers(timing.maxFrameBytes());

    @Override
    public void channelActive(ChannelHandlerContext context) {
      if (!address.tls()) {
        markUp();
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object happening) {
      if (happening == io.netty.handler.ssl.SslHandshakeCompletionEvent.SUCCESS) {
        markUp();
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf read)
        throws HttpAnswers.Malformed {
      lastHeardNanos = System.nanoTime();
      answers.take(read);
      while (answers.next()) {
        Pending oldest = sent.poll();
        if (oldest == null) {
          throw new HttpAnswers.Malformed("an answer that nobody waits for");
        }
        int status = answers.status();
        if (status == 401 || status == 403) {
          complain("answer " + status + ", see the user and password");
        }
        window.complete(oldest.id, status, answers.body());
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      if (cause instanceof TooLongFrameException) {
        counters.add(Kind.OVERSIZED);
        log.warn("{} of {} sent an answer above the limit; closing", label(), address);
      } else if (!(cause instanceof IOException)) {
        counters.add(Kind.MALFORMED);
        log.warn("{} of {} sent what is no HTTP; closing", label(), address);
      }
      context.close();
    }
  }
}
