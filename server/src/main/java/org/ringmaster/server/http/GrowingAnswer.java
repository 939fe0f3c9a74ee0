// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.stream.ChunkedWriteHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file as an answer, sent while another thread writes it. What fails at once is refused with a
 * code; after a moment the head is sent, so that nobody waits in vain for it, and what fails then
 * breaks off: the pieces have no end, and the last line says why. All but the writing is done on
 * the connection's event loop.
 */
final class GrowingAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(GrowingAnswer.class);

  /** How long it may take until there is something, before the head is sent without it. */
  private static final long HEAD_MILLIS = 2_000;

  /** How long whoever reads has to take in why it broke off. */
  private static final long LAST_LINE_MILLIS = 1_000;

  /** Writes the file. */
  @FunctionalInterface
  interface Writing {
    /** Writes it and flushes the stream. */
    void to(OutputStream out) throws SQLException, IOException;
  }

  private final ChannelHandlerContext connection;
  private final String called;
  private final String type;
  private final GrowingFile file;
  private final ChunkedWriteHandler pieces = new ChunkedWriteHandler();
  private boolean hasBegun;

  private GrowingAnswer(ChannelHandlerContext connection, String called, String type, Spools spools)
      throws IOException {
    this.connection = connection;
    this.called = called;
    this.type = type;
    this.file = new GrowingFile(spools, () -> connection.executor().execute(this::goesOn));
  }

  /**
   * An answer that is still empty. Until it is {@link #awaited} nothing is sent unless it is
   * written.
   *
   * @param called the file's name for whoever gets it
   * @param type its content type
   * @param spools where it is kept until it is taken
   */
  static GrowingAnswer to(
      ChannelHandlerContext connection, String called, String type, Spools spools) {
    try {
      return new GrowingAnswer(connection, called, type, spools);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Somebody will write it.
   *
   * @param closed told when its file is gone, because whoever takes it has all of it or has left
   */
  void awaited(Runnable closed) {
    connection
        .channel()
        .closeFuture()
        .addListener(
            left -> {
              file.close();
              closed.run();
            });
    connection.executor().schedule(this::goesOn, HEAD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Nobody will write it, and the connection is answered otherwise. */
  void isNotNeeded() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it; on the thread that may wait for it. */
  void write(Writing writing) {
    try {
      writing.to(file.out());
      file.isWhole();
    } catch (RefusedRequest refused) {
      fails(refused);
    } catch (SQLException e) {
      if (connection.channel().isActive()) {
        LOG.warn("the journey store did not answer: {}", e.getMessage());
      }
      fails(Past.refusal(e));
    } catch (IOException | RuntimeException e) {
      if (connection.channel().isActive()) { // Else nobody takes it, and it was closed.
        LOG.error("A download failed", e);
      }
      fails(new RefusedRequest(500, "This failed; the log says why.", e));
    }
  }

  private void fails(RefusedRequest why) {
    connection.executor().execute(() -> refuse(why));
  }

  private boolean isGone() {
    return connection.isRemoved() || !connection.channel().isActive();
  }

  /** There is something to send, or there has been nothing for long. */
  private void goesOn() {
    if (isGone()) {
      return;
    }
    if (hasBegun) {
      pieces.resumeTransfer();
    } else {
      begin();
    }
  }

  private void begin() {
    hasBegun = true;
    HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
    response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    response
        .headers()
        .set(
            HttpHeaderNames.CONTENT_DISPOSITION,
            "attachment; filename=\"" + called.replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
    Hardening.apply(response.headers());
    HttpUtil.setTransferEncodingChunked(response, true);
    HttpUtil.setKeepAlive(response, false);
    connection.pipeline().addBefore(connection.name(), null, pieces);
    connection.writeAndFlush(response);
    ChannelFuture sent = connection.writeAndFlush(new HttpChunkedInput(file));
    sent.addListener(
        done -> {
          if (done.isSuccess()) {
            connection.close();
          } else {
            connection
                .executor()
                .schedule(() -> connection.close(), LAST_LINE_MILLIS, TimeUnit.MILLISECONDS);
          }
        });
  }

  private void refuse(RefusedRequest why) {
    if (isGone()) {
      return;
    }
    if (hasBegun) {
      try {
        file.breaksOff(String.valueOf(why.getMessage()));
      } catch (IOException e) {
        connection.close(); // The disk is full: the pieces have no end all the same.
      }
      return;
    }
    hasBegun = true; // Nothing else is to be sent.
    Reply reply = why.reply();
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(reply.code()),
            Unpooled.wrappedBuffer(reply.body()));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, reply.type());
    response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
    Hardening.apply(response.headers());
    HttpUtil.setKeepAlive(response, false);
    connection.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }
}
