// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriCounters.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The WebSocket of one ARI application. It hands events to its listener in the order in which they
 * came, reads frames that answer requests for {@link WebSocketTransport}, notices a peer that is
 * dead without a word, and connects again. Runs on the node's event loop.
 */
public final class EventSocket extends ReconnectingChannel {
  private static final Logger log = LoggerFactory.getLogger(EventSocket.class);

  private final String app;
  private final boolean subscribeAll;
  private final EventSocketListener listener;
  private @Nullable AnswerListener answers;
  private @Nullable ScheduledFuture<?> watch;
  private long lastHeardNanos;
  private boolean suspected;

  /** Is told of frames that answer requests, and of the socket's coming and going. */
  interface AnswerListener {
    void onUp();

    void onAnswer(ByteBuf json);

    void onDown();
  }

  /** Makes a socket that hears of its own application's channels only. */
  public EventSocket(
      EventLoop loop,
      AriAddress address,
      String app,
      SocketTiming timing,
      AriCounters counters,
      EventSocketListener listener) {
    this(loop, address, app, false, timing, counters, listener);
  }

  /**
   * Makes a socket.
   *
   * @param subscribeAll whether to hear of everything on the Asterisk
   */
  public EventSocket(
      EventLoop loop,
      AriAddress address,
      String app,
      boolean subscribeAll,
      SocketTiming timing,
      AriCounters counters,
      EventSocketListener listener) {
    super(loop, address, timing, counters);
    this.app = app;
    this.subscribeAll = subscribeAll;
    this.listener = listener;
  }

  /** Begins to connect, and goes on doing so until it is closed. Any thread. */
  public void start() {
    open();
  }

  /** Ends the socket for good. Any thread. */
  public void close() {
    shut();
  }

  /** Drops the connection; a new one is made at once. On the event loop only. */
  public void reconnect() {
    drop();
  }

  /** The application's name. */
  public String app() {
    return app;
  }

  void listenForAnswers(AnswerListener newAnswers) {
    answers = newAnswers;
  }

  @Override
  String label() {
    return "ARI application " + app;
  }

  @Override
  void assemble(ChannelPipeline pipeline) {
    HttpHeaders headers = new DefaultHttpHeaders();
    headers.set(HttpHeaderNames.AUTHORIZATION, address.authorization());
    WebSocketClientProtocolConfig config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(uri())
            .version(WebSocketVersion.V13)
            .subprotocol("ari")
            .customHeaders(headers)
            .maxFramePayloadLength(timing.maxFrameBytes())
            .handshakeTimeoutMillis(timing.connectMillis())
            .dropPongFrames(false)
            // One byte that is not UTF-8 in a caller's name must not cost us the socket.
            .withUTF8Validator(false)
            .build();
    pipeline.addLast(new HttpClientCodec());
    pipeline.addLast(new HttpObjectAggregator(64 * 1024));
    pipeline.addLast(new WebSocketClientProtocolHandler(config));
    pipeline.addLast(new WebSocketFrameAggregator(timing.maxFrameBytes()));
    pipeline.addLast(new EventSocketHandler(this));
  }

  private URI uri() {
    String path =
        address.prefix()
            + "/ari/"
            + UriText.of("events")
                .with("app", app)
                .with("subscribeAll", Boolean.toString(subscribeAll));
    return URI.create(
        (address.tls() ? "wss://" : "ws://") + address.host() + ":" + address.port() + path);
  }

  @Override
  void connected() {
    heard();
    watch =
        loop.scheduleWithFixedDelay(
            this::watch, timing.pingMillis(), timing.pingMillis(), TimeUnit.MILLISECONDS);
    guarded(listener::onUp);
    if (answers != null) {
      guarded(answers::onUp);
    }
  }

  @Override
  void disconnected() {
    if (watch != null) {
      watch.cancel(false);
      watch = null;
    }
    if (answers != null) {
      guarded(answers::onDown);
    }
    guarded(listener::onDown);
  }

  /** How long ago the last word came, microseconds. On the event loop only. */
  public long silentMicros() {
    return (System.nanoTime() - lastHeardNanos) / 1_000L;
  }

  void heard() {
    lastHeardNanos = System.nanoTime();
    suspected = false;
  }

  void text(ByteBuf json) {
    heard();
    if (answers != null && RestFrames.isAnswer(json)) {
      AnswerListener present = answers;
      guarded(() -> present.onAnswer(json));
    } else if (json.readableBytes() > timing.maxEventBytes()) {
      lost(Kind.OVERSIZED, "an event of " + json.readableBytes() + " bytes");
    } else {
      counters.add(Kind.EVENTS);
      guarded(() -> listener.onEvent(json));
    }
  }

  /** Counts and names what could not be read, without its content. */
  void lost(Kind kind, String what) {
    counters.add(kind);
    log.warn("{} of {} dropped {}", label(), address, what);
    guarded(listener::onLost);
  }

  private void watch() {
    Channel present = channel();
    if (present == null || !isUp()) {
      return;
    }
    long silentMillis = (System.nanoTime() - lastHeardNanos) / 1_000_000L;
    if (silentMillis < timing.pingMillis()) {
      return;
    }
    if (silentMillis >= timing.deadMillis() && suspected) {
      counters.add(Kind.DEAD_PEERS);
      log.warn("{} of {} has been silent for {} ms", label(), address, silentMillis);
      drop();
      return;
    }
    // If we were the ones who slept, its words are waiting in the socket: look once more.
    suspected = silentMillis >= timing.deadMillis();
    present.writeAndFlush(new PingWebSocketFrame());
  }

  boolean write(ByteBuf json) {
    Channel present = channel();
    if (present == null) {
      json.release();
      return false;
    }
    present.write(new TextWebSocketFrame(json), present.voidPromise());
    return true;
  }

  void flush() {
    Channel present = channel();
    if (present != null) {
      present.flush();
    }
  }

  private void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException fault) {
      counters.add(Kind.FAULTS);
      log.error("A listener of {} failed", label(), fault);
    }
  }
}
