// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.CallRow;
import org.ringmaster.core.board.CallStage;
import org.ringmaster.core.board.LadderStep;
import org.ringmaster.core.call.CallId;
import org.ringmaster.server.config.Role;

/**
 * Streams the ladder of a call as it grows, one JSON object a line, until a second after the call
 * has ended. An empty line now and then says that the stream is alive.
 */
final class CallFollow implements Takeover {

  private static final long LOOK_MILLIS = 100;
  private static final int LOOKS_PER_SIGN = 50;
  private static final int LOOKS_AFTER_END = 10;

  private final Boards boards;
  private final Sessions sessions;

  CallFollow(Boards boards, Sessions sessions) {
    this.boards = boards;
    this.sessions = sessions;
  }

  @Override
  public String path() {
    return "/api/calls/{call}/follow";
  }

  @Override
  public Role role() {
    return Role.SUPERVISOR;
  }

  @Override
  public void take(ChannelHandlerContext connection, FullHttpRequest request, WebRequest asked) {
    CallId call = new CallId(asked.part("call"));
    if (boards.ladders().steps(call).isEmpty()) {
      throw new RefusedRequest(404, "No call " + call + " is live or has ended lately.", null);
    }
    HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/x-ndjson");
    response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    Hardening.apply(response.headers());
    HttpUtil.setTransferEncodingChunked(response, true);
    HttpUtil.setKeepAlive(response, false);
    connection.write(response);
    new Follower(connection, call, asked.session()).look();
  }

  /** One stream. On its connection's event loop. */
  private final class Follower {
    private final ChannelHandlerContext connection;
    private final CallId call;
    private final @Nullable String session;
    private int shown;
    private int looks;
    private int quietLooks;

    Follower(ChannelHandlerContext connection, CallId call, @Nullable String session) {
      this.connection = connection;
      this.call = call;
      this.session = session;
    }

    /** Whether whoever looks may look no longer; asked every few seconds. */
    private boolean isForbidden() {
      if (session == null || ++looks % LOOKS_PER_SIGN != 0) {
        return false;
      }
      User user = sessions.use(session);
      return user == null || !user.may(role());
    }

    void look() {
      if (!connection.channel().isActive()) {
        return;
      }
      CallRow row = boards.calls().row(call);
      List<LadderStep> steps = boards.ladders().steps(call);
      boolean more = steps.size() > shown && connection.channel().isWritable();
      quietLooks = more ? 0 : quietLooks + 1;
      if (more) {
        write(lines(steps.subList(shown, steps.size())));
        shown = steps.size();
      } else if (quietLooks % LOOKS_PER_SIGN == 0) {
        write("\n");
      }
      boolean over = row == null || row.stage() == CallStage.ENDED;
      if ((over && quietLooks >= LOOKS_AFTER_END) || isForbidden()) {
        connection
            .writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT)
            .addListener(ChannelFutureListener.CLOSE);
      } else {
        connection.executor().schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
    }

    private void write(String text) {
      connection.writeAndFlush(
          new DefaultHttpContent(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8)));
    }
  }

  private static String lines(List<LadderStep> steps) {
    StringWriter text = new StringWriter();
    for (LadderStep step : steps) {
      try (JsonGenerator out = Reply.JSON.createGenerator(text)) {
        out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        BoardJson.step(out, step);
      } catch (IOException e) {
        throw new UncheckedIOException("a string refused text", e);
      }
      text.write('\n');
    }
    return text.toString();
  }
}
