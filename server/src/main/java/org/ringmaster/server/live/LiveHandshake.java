// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.Objects;
import org.ringmaster.server.http.Access;
import org.ringmaster.server.http.WebRequest;

/** Turns a request into a WebSocket. On the connection's event loop. */
public final class LiveHandshake {

  private LiveHandshake() {}

  /** Takes an open WebSocket over: adds a handler to its pipeline. */
  @FunctionalInterface
  public interface Then {
    /**
     * Called once, when it is open.
     *
     * @param wire below the WebSocket encoder: what is written here goes out as it is
     */
    void open(
        ChannelPipeline pipeline, ChannelHandlerContext wire, WebSocketServerHandshaker handshaker);
  }

  /**
   * Opens the WebSocket.
   *
   * @param maxMessage the longest message that is taken, bytes
   */
  public static void open(
      ChannelHandlerContext connection,
      FullHttpRequest request,
      WebRequest asked,
      String path,
      int maxMessage,
      Then then) {
    if (!Access.isSameSite(request.headers())) {
      throw asked.refusal(403, "Another site may not look.");
    }
    WebSocketServerHandshaker handshaker =
        new WebSocketServerHandshakerFactory(path, null, false, maxMessage).newHandshaker(request);
    if (handshaker == null || !request.headers().contains("sec-websocket-key")) {
      throw asked.refusal(426, "This is a WebSocket.");
    }
    ChannelPipeline pipeline = connection.pipeline();
    handshaker
        .handshake(connection.channel(), request)
        .addListener(
            done -> {
              if (done.isSuccess()) {
                then.open(
                    pipeline,
                    Objects.requireNonNull(pipeline.context(WebSocketFrameEncoder.class)),
                    handshaker);
                pipeline.channel().config().setAutoRead(true);
              } else {
                pipeline.close();
              }
            });
  }
}
