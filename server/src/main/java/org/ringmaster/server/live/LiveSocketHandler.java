// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what a viewer says, which is little. On the connection's event loop. */
final class LiveSocketHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

  private static final Logger LOG = LoggerFactory.getLogger(LiveSocketHandler.class);

  private final LiveFeed feed;
  private final LiveAudience audience;
  private final LiveViewer viewer;
  private final WebSocketServerHandshaker handshaker;

  LiveSocketHandler(
      LiveFeed feed,
      LiveAudience audience,
      LiveViewer viewer,
      WebSocketServerHandshaker handshaker) {
    this.feed = feed;
    this.audience = audience;
    this.viewer = viewer;
    this.handshaker = handshaker;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext connection, WebSocketFrame frame) {
    switch (frame) {
      case TextWebSocketFrame text when text.text().equals("snapshot") ->
          feed.again(audience, viewer);
      case PingWebSocketFrame ping ->
          connection.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case CloseWebSocketFrame close -> handshaker.close(connection, close.retain());
      default -> {}
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext connection) {
    if (connection.channel().isWritable()) {
      feed.caughtUp(audience, viewer);
    }
    connection.fireChannelWritabilityChanged();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext connection, Throwable cause) {
    LOG.debug("A live connection failed", cause);
    connection.close();
  }
}
