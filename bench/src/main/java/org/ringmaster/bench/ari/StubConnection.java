// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One connection to a {@link StubAsterisk}: an application's socket, or requests over HTTP. */
final class StubConnection extends SimpleChannelInboundHandler<Object> {
  private static final String PREFIX = "/ari/";
  private static final int MAX_FRAME = 1 << 16;

  private final StubAsterisk asterisk;
  private String app = "";

  StubConnection(StubAsterisk asterisk) {
    this.asterisk = asterisk;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Object message) {
    switch (message) {
      case TextWebSocketFrame frame -> overWebSocket(context, frame.text());
      case FullHttpRequest request when request.uri().startsWith("/ari/events") ->
          upgrade(context, request);
      case FullHttpRequest request -> overHttp(context, request);
      case PingWebSocketFrame ping ->
          context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case CloseWebSocketFrame close -> context.close();
      default -> {}
    }
  }

  private void upgrade(ChannelHandlerContext context, FullHttpRequest request) {
    app =
        new QueryStringDecoder(request.uri())
            .parameters()
            .getOrDefault("app", List.of(""))
            .getFirst();
    new WebSocketServerHandshakerFactory("ws://localhost/ari/events", "ari", true, MAX_FRAME)
        .newHandshaker(request)
        .handshake(context.channel(), request);
    asterisk.connected(app, context.channel());
  }

  private void overWebSocket(ChannelHandlerContext context, String text) {
    String uri = member(text, "\"uri\":\"");
    StubAnswer answer = asterisk.answer(member(text, "\"method\":\""), uri);
    StringBuilder json =
        new StringBuilder("{\"type\":\"RESTResponse\",\"transaction_id\":\"\",\"request_id\":\"")
            .append(member(text, "\"request_id\":\""))
            .append("\",\"status_code\":")
            .append(answer.status())
            .append(",\"reason_phrase\":\"")
            .append(HttpResponseStatus.valueOf(answer.status()).reasonPhrase())
            .append("\",\"uri\":\"")
            .append(uri)
            .append('"');
    if (!answer.body().isEmpty()) {
      json.append(",\"content_type\":\"application/json\",\"message_body\":\"")
          .append(answer.body().replace("\"", "\\\""))
          .append('"');
    }
    context.writeAndFlush(new TextWebSocketFrame(json.append('}').toString()));
    answer.then().run();
  }

  /** What stands behind a name in a request's frame; none holds an escaped quote there. */
  private static String member(String json, String name) {
    int from = json.indexOf(name) + name.length();
    return json.substring(from, json.indexOf('"', from));
  }

  private void overHttp(ChannelHandlerContext context, FullHttpRequest request) {
    String uri = request.uri().substring(PREFIX.length());
    StubAnswer answer = asterisk.answer(request.method().name(), uri);
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.copiedBuffer(answer.body(), StandardCharsets.UTF_8));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
        .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
    context.writeAndFlush(response);
    answer.then().run();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    asterisk.disconnected(app, context.channel());
  }
}
