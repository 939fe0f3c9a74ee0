// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import java.io.IOException;
import org.ringmaster.aribridge.transport.AriCounters.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last handler of an {@link EventSocket}'s pipeline: sorts frames and errors. */
final class EventSocketHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final Logger log = LoggerFactory.getLogger(EventSocketHandler.class);

  private final EventSocket socket;

  EventSocketHandler(EventSocket socket) {
    this.socket = socket;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame) {
      socket.text(frame.content());
    } else if (frame instanceof PongWebSocketFrame) {
      socket.heard();
    } else {
      socket.heard();
      socket.lost(Kind.MALFORMED, "a frame that is not text");
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object happening) throws Exception {
    if (happening == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      socket.markUp();
    } else if (happening == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
      socket.giveTime("no answer to the handshake");
    } else {
      super.userEventTriggered(context, happening);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof WebSocketClientHandshakeException refused && refused.response() != null) {
      socket.giveTime("answer " + refused.response().status().code() + " to the handshake");
    } else if (cause instanceof WebSocketHandshakeException) {
      socket.giveTime("no proper answer to the handshake");
    } else if (cause instanceof TooLongFrameException) {
      socket.lost(Kind.OVERSIZED, "a frame above the limit, and the connection with it");
    } else if (cause instanceof CorruptedWebSocketFrameException broken
        && broken.closeStatus().code() == WebSocketCloseStatus.MESSAGE_TOO_BIG.code()) {
      socket.lost(Kind.OVERSIZED, "a frame above the limit, and the connection with it");
    } else if (cause instanceof CorruptedWebSocketFrameException) {
      socket.lost(Kind.MALFORMED, "a broken frame, and the connection with it");
    } else if (!(cause instanceof IOException)) {
      socket.lost(Kind.MALFORMED, "what is no WebSocket frame, and the connection with it");
      log.debug("{}", socket.label(), cause);
    }
    context.close();
  }
}
