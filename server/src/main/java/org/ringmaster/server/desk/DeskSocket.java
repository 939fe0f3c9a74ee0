// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.desk;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.http.Takeover;
import org.ringmaster.server.http.WebRequest;
import org.ringmaster.server.live.LiveHandshake;

/**
 * The WebSocket at {@code /desk/live}: tells an agent's page what is on their desk. The page
 * answers each beat with {@code here}; its scripts must run for that, so that a frozen page is not
 * taken for one before which somebody sits.
 */
public final class DeskSocket implements Takeover {

  private static final int MAX_MESSAGE = 64;

  private final DeskFeed feed;

  /** Pages that come here are told by this feed. */
  public DeskSocket(DeskFeed feed) {
    this.feed = feed;
  }

  @Override
  public String path() {
    return "/desk/live";
  }

  @Override
  public Role role() {
    return Role.AGENT;
  }

  @Override
  public void take(ChannelHandlerContext connection, FullHttpRequest request, WebRequest asked) {
    AgentId agent = asked.who().agent();
    if (agent == null) {
      throw asked.refusal(403, asked.who().name() + " is no agent.");
    }
    String session = asked.session();
    LiveHandshake.open(
        connection,
        request,
        asked,
        path(),
        MAX_MESSAGE,
        (pipeline, wire, handshaker) -> {
          Ear ear = new Ear(handshaker);
          pipeline.addLast(ear);
          ear.begin(
              new DeskViewer(
                  pipeline.context(ear),
                  agent,
                  () -> session != null && feed.isOver(session, agent)));
        });
  }

  /** Hears what a page says. On the connection's event loop. */
  private final class Ear extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final WebSocketServerHandshaker handshaker;
    private @Nullable DeskViewer viewer;

    Ear(WebSocketServerHandshaker handshaker) {
      this.handshaker = handshaker;
    }

    void begin(DeskViewer page) {
      viewer = page;
      feed.join(page);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, WebSocketFrame frame) {
      switch (frame) {
        case TextWebSocketFrame text when viewer != null && text.text().equals("here") ->
            feed.heard(viewer);
        case PingWebSocketFrame ping ->
            connection.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        case CloseWebSocketFrame close -> handshaker.close(connection, close.retain());
        default -> {}
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
      if (viewer != null) {
        feed.leave(viewer);
      }
      connection.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable cause) {
      connection.close();
    }
  }
}
