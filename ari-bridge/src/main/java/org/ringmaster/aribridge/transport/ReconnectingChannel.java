// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriCounters.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that is made again whenever it goes, until it is closed. The first new try comes
 * almost at once; tries that keep failing come every two seconds. All on the node's event loop.
 */
abstract class ReconnectingChannel {
  private static final Logger log = LoggerFactory.getLogger(ReconnectingChannel.class);

  final EventLoop loop;
  final AriAddress address;
  final SocketTiming timing;
  final AriCounters counters;
  private final Backoff backoff = new Backoff();
  private @Nullable SslContext ssl;
  private @Nullable Channel channel;
  private boolean wanted;
  private volatile boolean up;
  private boolean complained;
  private long upSinceNanos;

  ReconnectingChannel(
      EventLoop loop, AriAddress address, SocketTiming timing, AriCounters counters) {
    this.loop = loop;
    this.address = address;
    this.timing = timing;
    this.counters = counters;
  }

  /** What this connection is, for messages. */
  abstract String label();

  abstract void assemble(ChannelPipeline pipeline);

  abstract void connected();

  abstract void disconnected();

  /** Begins to connect; any thread. */
  final void open() {
    loop.execute(
        () -> {
          if (!wanted) {
            wanted = true;
            // One that was shut a moment ago may still be going; its end leads on.
            connect();
          }
        });
  }

  /** Ends the connection for good; any thread. */
  final void shut() {
    if (loop.inEventLoop()) {
      end();
    } else if (!loop.isShuttingDown()) {
      loop.execute(this::end);
    }
  }

  private void end() {
    wanted = false;
    drop();
  }

  /** Ends the present connection; a new one is made unless this one was shut. */
  final void drop() {
    Channel present = channel;
    if (present != null) {
      present.close();
    }
  }

  /** Whether the connection can be used now; any thread. */
  public final boolean isUp() {
    return up;
  }

  final @Nullable Channel channel() {
    return channel;
  }

  /** The subclass's handshake is done: the connection can be used. */
  final void markUp() {
    up = true;
    complained = false;
    upSinceNanos = System.nanoTime();
    counters.add(Kind.CONNECTS);
    log.info("{} of {} is up", label(), address);
    connected();
  }

  /** The other side will not have us for now: the next try is given time. */
  final void giveTime(String why) {
    backoff.giveTime();
    complain(why);
    drop();
  }

  private void connect() {
    if (!wanted || channel != null) {
      return;
    }
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop)
            .channelFactory(this::newSocket)
            .resolver(NameResolvers.SYSTEM)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, timing.connectMillis())
            .handler(initializer());
    ChannelFuture connecting = bootstrap.connect(address.host(), address.port());
    if (connecting.cause() != null) {
      // No channel was made (no file descriptor is left), whose end could lead to the next try.
      failed(connecting.cause());
      tryAgain();
      return;
    }
    channel = connecting.channel();
    connecting.addListener(
        done -> {
          if (!done.isSuccess()) {
            failed(done.cause());
          }
        });
    channel.closeFuture().addListener(done -> gone());
  }

  /** Opens a socket, as far as the system has one. */
  SocketChannel newSocket() {
    return EventLoops.newSocket();
  }

  private void failed(@Nullable Throwable cause) {
    counters.add(Kind.CONNECT_FAILURES);
    complain(reason(cause));
  }

  /** Netty repeats the address behind the reason; ours stands before it already. */
  private static String reason(@Nullable Throwable cause) {
    if (cause instanceof ChannelException && cause.getCause() != null) {
      return String.valueOf(cause.getCause().getMessage()); // which call failed, and why
    }
    if (cause instanceof UnknownHostException) {
      return "its name is not known";
    }
    String message = cause == null ? null : cause.getMessage();
    return message == null ? "not reached" : message.split(": ", 2)[0];
  }

  private ChannelHandler initializer() {
    return new ChannelInitializer<SocketChannel>() {
      @Override
      protected void initChannel(SocketChannel made) throws SSLException {
        if (address.tls()) {
          made.pipeline().addLast(ssl().newHandler(made.alloc(), address.host(), address.port()));
        }
        assemble(made.pipeline());
      }
    };
  }

  private SslContext ssl() throws SSLException {
    SslContext present = ssl;
    if (present == null) {
      present = SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS").build();
      ssl = present;
    }
    return present;
  }

  private void gone() {
    channel = null;
    if (up) {
      up = false;
      backoff.ended(System.nanoTime() - upSinceNanos);
      counters.add(Kind.DROPS);
      if (wanted) {
        log.warn("{} of {} has gone", label(), address);
      } else {
        log.info("{} of {} is closed", label(), address);
      }
      disconnected();
    }
    tryAgain();
  }

  private void tryAgain() {
    if (wanted && !loop.isShuttingDown()) {
      loop.schedule(this::connect, backoff.nextMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Says once, not at every try, that there is no connection. */
  final void complain(String why) {
    if (!complained) {
      complained = true;
      log.warn("{} of {} cannot be opened: {}", label(), address, why);
    }
  }
}
