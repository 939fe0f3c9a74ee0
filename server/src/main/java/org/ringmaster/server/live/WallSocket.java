// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.wall.WallLinkId;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.http.Takeover;
import org.ringmaster.server.http.WebRequest;
import org.ringmaster.server.wall.WallLinks;

/**
 * The WebSocket at {@code /tv/live}, open to all: its first message must be a valid link's token,
 * and it ends with the link. The token stands in no address, so that no log and no history keeps
 * it.
 */
public final class WallSocket implements Takeover {

  private static final int MAX_MESSAGE = 1_024;
  private static final long PATIENCE_SECONDS = 10;

  /** What a page is told when its link is over: the first number that applications may use. */
  private static final int LINK_OVER = 4_000;

  private final LiveFeed feed;
  private final WallLinks links;

  /** Walls that come here look at this feed. */
  public WallSocket(LiveFeed feed, WallLinks links) {
    this.feed = feed;
    this.links = links;
  }

  @Override
  public String path() {
    return "/tv/live";
  }

  @Override
  public @Nullable Role role() {
    return null;
  }

  @Override
  public void take(ChannelHandlerContext connection, FullHttpRequest request, WebRequest asked) {
    LiveHandshake.open(
        connection,
        request,
        asked,
        path(),
        MAX_MESSAGE,
        (pipeline, wire, handshaker) -> {
          Doorkeeper doorkeeper = new Doorkeeper(wire, handshaker);
          pipeline.addLast(doorkeeper);
          wire.executor().schedule(doorkeeper::closeUnlessIn, PATIENCE_SECONDS, TimeUnit.SECONDS);
        });
  }

  /** Waits for the token. On the connection's event loop. */
  private final class Doorkeeper extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final ChannelHandlerContext wire;
    private final WebSocketServerHandshaker handshaker;
    private boolean in;

    Doorkeeper(ChannelHandlerContext wire, WebSocketServerHandshaker handshaker) {
      this.wire = wire;
      this.handshaker = handshaker;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, WebSocketFrame frame) {
      WallLinkId link = frame instanceof TextWebSocketFrame text ? links.valid(text.text()) : null;
      if (link == null) {
        handshaker.close(
            connection, new CloseWebSocketFrame(LINK_OVER, "This link is over, or is none."));
        return;
      }
      in = true;
      LiveViewer viewer = new LiveViewer(wire, () -> !links.isValid(link));
      connection
          .pipeline()
          .replace(this, null, new LiveSocketHandler(feed, LiveAudience.WALL, viewer, handshaker));
      feed.join(LiveAudience.WALL, viewer);
      connection
          .channel()
          .closeFuture()
          .addListener(closed -> feed.leave(LiveAudience.WALL, viewer));
    }

    void closeUnlessIn() {
      if (!in) {
        wire.close();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable cause) {
      connection.close();
    }
  }
}
