// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * Listens for browsers and the command line. It has two event loops of its own, so that nothing
 * that people do here delays a call.
 */
public final class WebServer implements AutoCloseable {

  private static final int LOOPS = 2;
  private static final int MAX_LINE = 4_096;
  private static final int MAX_HEADERS = 16_384;
  private static final int MAX_CHUNK = 8_192;
  private static final int WRITE_SECONDS = 30;
  private static final WriteBufferWaterMark WRITE_MARKS =
      new WriteBufferWaterMark(64 * 1_024, 256 * 1_024);

  private final WebSettings settings;
  private final WebSite site;
  private final ConnectionLimit limit;
  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(LOOPS, NioIoHandler.newFactory());
  private final Channel listener;

  private WebServer(WebSettings settings, WebSite site) throws BindException {
    this.settings = settings;
    this.site = site;
    this.limit = new ConnectionLimit(settings.maxConnections());
    try {
      this.listener = listen();
    } catch (RuntimeException | BindException e) {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw e;
    }
  }

  /**
   * Begins to listen.
   *
   * @throws BindException when the address is taken or not ours; says which
   */
  public static WebServer start(WebSettings settings, WebSite site) throws BindException {
    return new WebServer(settings, site);
  }

  private Channel listen() throws BindException {
    io.netty.channel.ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1_024)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WRITE_MARKS)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    fill(channel.pipeline());
                  }
                })
            .bind(settings.address())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      BindException failure =
          new BindException(
              "Cannot listen on "
                  + settings.address()
                  + " ("
                  + bound.cause().getMessage()
                  + "): is another program there?");
      failure.initCause(bound.cause());
      throw failure;
    }
    return bound.channel();
  }

  private void fill(ChannelPipeline pipeline) {
    RequestDeadline deadline = new RequestDeadline(settings.requestMillis(), settings.idleMillis());
    pipeline.addLast(limit);
    pipeline.addLast(new WriteTimeoutHandler(WRITE_SECONDS));
    pipeline.addLast(deadline);
    pipeline.addLast(new HttpServerCodec(MAX_LINE, MAX_HEADERS, MAX_CHUNK));
    pipeline.addLast(site.uploads(deadline));
    pipeline.addLast(site.bodyLimit(settings.maxBodyBytes()));
    pipeline.addLast(new FlowControlHandler());
    pipeline.addLast(site.handler(deadline));
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /** How many connections are open. */
  public int connections() {
    return limit.open();
  }

  @Override
  public void close() {
    listener.close().awaitUninterruptibly();
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    site.close();
  }
}
