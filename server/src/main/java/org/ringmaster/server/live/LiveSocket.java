// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.Objects;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.http.Access;
import org.ringmaster.server.http.Takeover;
import org.ringmaster.server.http.WebRequest;

/** The WebSocket at {@code /live}: turns a request into a viewer of the feed. */
public final class LiveSocket implements Takeover {

  private static final int MAX_MESSAGE = 1_024;

  private final LiveFeed feed;

  /** Viewers who come here look at this feed. */
  public LiveSocket(LiveFeed feed) {
    this.feed = feed;
  }

  @Override
  public String path() {
    return "/live";
  }

  @Override
  public Role role() {
    return Role.VIEWER;
  }

  @Override
  public void take(ChannelHandlerContext connection, FullHttpRequest request, WebRequest asked) {
    if (!Access.isSameSite(request.headers())) {
      throw asked.refusal(403, "Another site may not look.");
    }
    WebSocketServerHandshaker handshaker =
        new WebSocketServerHandshakerFactory(path(), null, false, MAX_MESSAGE)
            .newHandshaker(request);
    if (handshaker == null || !request.headers().contains("sec-websocket-key")) {
      throw asked.refusal(426, "This is a WebSocket.");
    }
    ChannelPipeline pipeline = connection.pipeline();
    handshaker
        .handshake(connection.channel(), request)
        .addListener(
            done -> {
              if (done.isSuccess()) {
                look(pipeline, handshaker, asked);
              } else {
                pipeline.close();
              }
            });
  }

  private void look(
      ChannelPipeline pipeline, WebSocketServerHandshaker handshaker, WebRequest asked) {
    ChannelHandlerContext wire =
        Objects.requireNonNull(pipeline.context(WebSocketFrameEncoder.class));
    LiveViewer viewer = new LiveViewer(wire, asked.session());
    pipeline.addLast(new LiveSocketHandler(feed, viewer, handshaker));
    feed.join(viewer);
    pipeline.channel().closeFuture().addListener(closed -> feed.leave(viewer));
    pipeline.channel().config().setAutoRead(true);
  }
}
