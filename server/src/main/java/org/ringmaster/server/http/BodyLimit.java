// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/**
 * Makes whole requests of their pieces and refuses a body that is too long with a sentence, whether
 * it is announced, asked about first, or just comes. One per connection, on its event loop.
 */
final class BodyLimit extends HttpObjectAggregator {

  private final WebMetrics metrics;
  private final Reply refusal;

  BodyLimit(int maxBytes, WebMetrics metrics) {
    super(maxBytes, true);
    this.metrics = metrics;
    refusal = Reply.error(413, "The body is longer than " + maxBytes + " bytes.");
  }

  @Override
  protected Object newContinueResponse(HttpMessage start, int maxBytes, ChannelPipeline pipeline) {
    Object answer = super.newContinueResponse(start, maxBytes, pipeline);
    if (answer instanceof FullHttpResponse refused
        && refused.status().equals(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE)) {
      refused.release();
      return response();
    }
    return answer;
  }

  @Override
  protected void handleOversizedMessage(ChannelHandlerContext connection, HttpMessage oversized) {
    FullHttpResponse response = response();
    HttpUtil.setKeepAlive(response, false);
    connection.writeAndFlush(response).addListener(LateClose.OF_WHOM_SENDS_ON);
  }

  private FullHttpResponse response() {
    metrics.answered(refusal.code());
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
            Unpooled.wrappedBuffer(refusal.body()));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, refusal.type());
    response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, refusal.body().length);
    Hardening.apply(response.headers());
    return response;
  }
}
