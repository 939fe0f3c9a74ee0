// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.stream.ChunkedNioFile;
import io.netty.handler.stream.ChunkedWriteHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.list.LoadedList;
import org.ringmaster.dialer.list.RejectKind;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.list.ListRoom;

/** Sends the file with the rejected rows of a list, piece by piece, and closes the connection. */
final class ListDownload implements Takeover {

  /** Stands for the numbers that were left out of leads which were loaded. */
  static final String LEFT_OUT = "numbers-left-out";

  /** Stands for the leads whose postal code the table did not have. */
  static final String UNKNOWN_CODES = "postal-codes-unknown";

  private final ListRoom room;

  ListDownload(ListRoom room) {
    this.room = room;
  }

  @Override
  public String path() {
    return "/api/lists/{list}/rejects/{kind}";
  }

  @Override
  public Role role() {
    return Role.SUPERVISOR;
  }

  @Override
  public void take(ChannelHandlerContext connection, FullHttpRequest request, WebRequest asked) {
    LoadedList list = ListRoutes.list(room, asked).list();
    String kind = asked.part("kind");
    Path file = file(list, kind);
    if (file == null) {
      throw new RefusedRequest(
          404, "Nothing of list " + list.list() + " was rejected as " + kind + ".", null);
    }
    HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8");
    response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    response
        .headers()
        .set(
            HttpHeaderNames.CONTENT_DISPOSITION,
            "attachment; filename=\"" + list.list() + "-" + kind + ".csv\"");
    Hardening.apply(response.headers());
    HttpUtil.setTransferEncodingChunked(response, true);
    HttpUtil.setKeepAlive(response, false);
    try {
      ChunkedNioFile pieces = new ChunkedNioFile(file.toFile());
      connection.pipeline().addBefore(connection.name(), null, new ChunkedWriteHandler());
      connection.write(response);
      connection
          .writeAndFlush(new HttpChunkedInput(pieces))
          .addListener(ChannelFutureListener.CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Path file(LoadedList list, String kind) {
    if (kind.equals(LEFT_OUT)) {
      return room.leftOut(list);
    } else if (kind.equals(UNKNOWN_CODES)) {
      return room.unknownCodes(list);
    }
    for (RejectKind known : RejectKind.values()) {
      if (word(known).equals(kind)) {
        return room.rejects(list, known);
      }
    }
    return null;
  }

  static String word(RejectKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
