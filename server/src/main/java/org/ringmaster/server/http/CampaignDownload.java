// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.stream.ChunkedNioFile;
import io.netty.handler.stream.ChunkedWriteHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.store.EvidencePack;
import org.ringmaster.dialer.store.PastAttempts;
import org.ringmaster.server.config.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a campaign did, as a file: read from the journey store row by row into a file that is sent
 * piece by piece and deleted. Numbers are not masked, therefore for supervisors only.
 */
final class CampaignDownload implements Takeover {
  private static final Logger LOG = LoggerFactory.getLogger(CampaignDownload.class);

  /** How many are written at a time: the threads and the store's readers serve others too. */
  private static final int MOST_AT_ONCE = 2;

  private static final Semaphore ROOM = new Semaphore(MOST_AT_ONCE);

  /** Writes what is asked for into a file. */
  @FunctionalInterface
  interface Writing {
    /** Writes it. */
    void to(Path file, PastAttempts attempts, Question question) throws SQLException, IOException;
  }

  /** Of which campaign, from when until when; epoch microseconds. */
  record Question(String campaign, long fromMicros, long untilMicros) {}

  private final Past past;
  private final String name;
  private final String type;
  private final Writing writing;

  /**
   * A download.
   *
   * @param name what the file is called, with its ending
   * @param type its content type
   */
  CampaignDownload(Past past, String name, String type, Writing writing) {
    this.past = past;
    this.name = name;
    this.type = type;
    this.writing = writing;
  }

  /** Everything that can be had so. */
  static List<CampaignDownload> all(Past past) {
    return List.of(
        new CampaignDownload(
            past,
            "attempts.csv",
            "text/csv; charset=utf-8",
            (file, attempts, of) -> {
              try (Writer out = Files.newBufferedWriter(file)) {
                attempts.csv(of.campaign(), of.fromMicros(), of.untilMicros(), out);
              }
            }),
        new CampaignDownload(
            past,
            "evidence.zip",
            "application/zip",
            (file, attempts, of) -> {
              try (OutputStream out = Files.newOutputStream(file)) {
                new EvidencePack(attempts)
                    .write(of.campaign(), of.fromMicros(), of.untilMicros(), out);
              }
            }));
  }

  @Override
  public String path() {
    return "/api/campaigns/{campaign}/" + name;
  }

  @Override
  public Role role() {
    return Role.SUPERVISOR;
  }

  @Override
  public void take(ChannelHandlerContext connection, FullHttpRequest request, WebRequest asked) {
    long now = past.nowMicros().getAsLong();
    long from = Times.micros("from", asked.first("from", "2000-01-01"), past.zone(), now);
    long until = Times.micros("until", asked.first("until", "now"), past.zone(), now);
    if (until <= from) {
      throw new RefusedRequest(400, "'until' must be after 'from'.", null);
    }
    Question question = new Question(asked.part("campaign"), from, until);
    Past.Readers readers =
        past.readers()
            .get()
            .orElseThrow(
                () ->
                    new RefusedRequest(
                        503,
                        "The journey store is not there: ./ringmaster doctor says why.",
                        null));
    if (!ROOM.tryAcquire()) {
      throw new RefusedRequest(
          503, "Other downloads are being written just now; try again in a moment.", null);
    }
    CompletableFuture<Path> written;
    try {
      written =
          CompletableFuture.supplyAsync(
              () -> writeInTurn(readers.attempts(), question), past.threads());
    } catch (RejectedExecutionException e) {
      ROOM.release();
      throw new RefusedRequest(
          503, "Too many ask for the past just now; try again in a moment.", e);
    }
    written.whenCompleteAsync(
        (file, failure) -> {
          if (file == null) {
            refuse(connection, failure);
          } else if (connection.isRemoved() || !connection.channel().isActive()) {
            forget(file); // Whoever asked has gone meanwhile.
          } else {
            send(connection, file, question.campaign() + "-" + name);
          }
        },
        connection.executor());
  }

  private Path writeInTurn(PastAttempts attempts, Question question) {
    try {
      return write(attempts, question);
    } finally {
      ROOM.release();
    }
  }

  private Path write(PastAttempts attempts, Question question) {
    Path file = null;
    boolean isWhole = false;
    try {
      if (!attempts.knows(question.campaign())) {
        throw new RefusedRequest(
            404, "The journey store has no campaign " + question.campaign() + ".", null);
      }
      file = Files.createTempFile("ringmaster-", "-" + name);
      writing.to(file, attempts, question);
      isWhole = true;
      return file;
    } catch (SQLException e) {
      LOG.warn("the journey store did not answer: {}", e.getMessage());
      throw new RefusedRequest(503, "The journey store does not answer now.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!isWhole) {
        forget(file); // It holds numbers.
      }
    }
  }

  private static void forget(@Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.warn("{} is left behind: {}", file, e.getMessage());
      }
    }
  }

  private static void refuse(ChannelHandlerContext connection, @Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    Reply reply;
    if (cause instanceof RefusedRequest refused) {
      reply = refused.reply();
    } else {
      LOG.error("A download failed", cause);
      reply = Reply.error(500, "This failed; the log says why.");
    }
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

  private void send(ChannelHandlerContext connection, Path file, String called) {
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
    try {
      ChunkedNioFile pieces = new ChunkedNioFile(file.toFile());
      connection.pipeline().addBefore(connection.name(), null, new ChunkedWriteHandler());
      connection.write(response);
      ChannelFuture sent = connection.writeAndFlush(new HttpChunkedInput(pieces));
      sent.addListener(done -> forget(file));
      sent.addListener(ChannelFutureListener.CLOSE);
    } catch (IOException | NoSuchElementException e) {
      forget(file);
      LOG.error("A download failed", e);
      connection.close();
    }
  }
}
