// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One connection to a {@link SimulatedAri}. */
final class SimulatedAriHandler extends SimpleChannelInboundHandler<Object> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SimulatedAri server;
  private String app = "";

  SimulatedAriHandler(SimulatedAri server) {
    this.server = server;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Object message)
      throws JsonProcessingException {
    if (server.deaf) {
      return;
    }
    switch (message) {
      case FullHttpRequest request -> http(context, request);
      case TextWebSocketFrame frame -> rest(context.channel(), frame.text());
      case PingWebSocketFrame ping ->
          context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case CloseWebSocketFrame close -> context.close();
      default -> {}
    }
  }

  private void http(ChannelHandlerContext context, FullHttpRequest request) {
    QueryStringDecoder uri = new QueryStringDecoder(request.uri());
    if (!authorized(request)) {
      reply(context, new SimulatedAri.Answer(401, "{\"message\":\"Authentication required\"}"));
    } else if (uri.path().equals("/ari/events")) {
      upgrade(context, request, uri.parameters().get("app").getFirst());
    } else {
      String below = request.uri().substring("/ari/".length());
      String body = request.content().toString(StandardCharsets.UTF_8);
      SimulatedAri.Asked asked = new SimulatedAri.Asked(request.method().name(), below, body, "");
      server.asked.add(asked);
      SimulatedAri.Answer answer = server.script.answer(asked);
      if (answer != null) {
        reply(context, answer);
      }
    }
  }

  private static boolean authorized(FullHttpRequest request) {
    String pair = SimulatedAri.USER + ":" + SimulatedAri.PASSWORD;
    String wanted =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return wanted.equals(request.headers().get(HttpHeaderNames.AUTHORIZATION));
  }

  private void upgrade(ChannelHandlerContext context, FullHttpRequest request, String name) {
    app = name;
    WebSocketServerHandshaker handshaker =
        new WebSocketServerHandshakerFactory("ws://localhost/ari/events", "ari", true, 1 << 24)
            .newHandshaker(request);
    handshaker.handshake(context.channel(), request);
    server.handshakes.incrementAndGet();
    Channel before = server.sockets.put(app, context.channel());
    if (before != null && before.isActive()) {
      before.writeAndFlush(
          new TextWebSocketFrame(
              "{\"type\":\"ApplicationReplaced\",\"application\":\""
                  + app
                  + "\",\"timestamp\":\"2026-11-22T12:00:00.000+0000\"}"));
    }
  }

  private void rest(Channel channel, String text) throws JsonProcessingException {
    if (!server.restOverWebSocket) {
      return;
    }
    JsonNode request = JSON.readTree(text);
    SimulatedAri.Asked asked =
        new SimulatedAri.Asked(
            request.path("method").asText(),
            request.path("uri").asText(),
            request.path("message_body").asText(""),
            app);
    server.asked.add(asked);
    SimulatedAri.Answer answer = server.script.answer(asked);
    if (answer == null) {
      return;
    }
    ObjectNode response = JSON.createObjectNode();
    response.put("type", "RESTResponse");
    response.put("transaction_id", "");
    response.put("request_id", request.path("request_id").asText());
    response.put("status_code", answer.status());
    response.put("reason_phrase", "x");
    response.put("uri", asked.uri());
    if (!answer.body().isEmpty()) {
      response.put("content_type", "application/json");
      response.put("message_body", answer.body());
    }
    channel.writeAndFlush(new TextWebSocketFrame(JSON.writeValueAsString(response)));
  }

  private static void reply(ChannelHandlerContext context, SimulatedAri.Answer answer) {
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.copiedBuffer(answer.body(), StandardCharsets.UTF_8));
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
    context.writeAndFlush(response);
  }
}
