// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.ringmaster.dialer.store.EvidencePack;
import org.ringmaster.dialer.store.PastAttempts;
import org.ringmaster.server.config.Role;

/**
 * What a campaign did, as a file: read from the journey store row by row and sent while it is read.
 * Numbers are not masked, therefore for supervisors only.
 */
final class CampaignDownload implements Takeover {

  /** How many are written at a time: the threads and the store's readers serve others too. */
  private static final int MOST_AT_ONCE = 2;

  /** How many are taken at a time: each is on the disk until whoever takes it has it. */
  private static final int MOST_TAKEN = 8;

  private static final Semaphore WRITING = new Semaphore(MOST_AT_ONCE);
  private static final Semaphore TAKING = new Semaphore(MOST_TAKEN);

  /** Writes what is asked for. */
  @FunctionalInterface
  interface Writing {
    /** Writes it; the stream is flushed, and may be closed. */
    void to(OutputStream out, PastAttempts attempts, Question question)
        throws SQLException, IOException;
  }

  /** Of which campaign, from when until when; epoch microseconds. */
  record Question(String campaign, long fromMicros, long untilMicros) {}

  private final Past past;
  private final Spools spools;
  private final String name;
  private final String type;
  private final Writing writing;

  /**
   * A download.
   *
   * @param spools where it is kept while it is taken
   * @param name what the file is called, with its ending
   * @param type its content type
   */
  CampaignDownload(Past past, Spools spools, String name, String type, Writing writing) {
    this.past = past;
    this.spools = spools;
    this.name = name;
    this.type = type;
    this.writing = writing;
  }

  /** Everything that can be had so. */
  static List<CampaignDownload> all(Past past, Spools spools) {
    return List.of(
        new CampaignDownload(
            past,
            spools,
            "attempts.csv",
            "text/csv; charset=utf-8",
            (out, attempts, of) -> {
              try (Writer text =
                  new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                attempts.csv(of.campaign(), of.fromMicros(), of.untilMicros(), text);
              }
            }),
        new CampaignDownload(
            past,
            spools,
            "evidence.zip",
            "application/zip",
            (out, attempts, of) -> {
              new EvidencePack(attempts)
                  .write(of.campaign(), of.fromMicros(), of.untilMicros(), out);
              out.flush();
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
    GrowingFile.checkRoom(spools);
    if (!TAKING.tryAcquire()) {
      throw new RefusedRequest(
          503, "Too many downloads are being taken just now; try again when one is over.", null);
    }
    boolean isBegun = false;
    try {
      begin(connection, readers, question);
      isBegun = true;
    } finally {
      if (!isBegun) {
        TAKING.release();
      }
    }
  }

  private void begin(ChannelHandlerContext connection, Past.Readers readers, Question question) {
    if (!WRITING.tryAcquire()) {
      throw new RefusedRequest(
          503, "Other downloads are being written just now; try again in a moment.", null);
    }
    GrowingAnswer answer = null;
    boolean isBegun = false;
    try {
      GrowingAnswer begun =
          GrowingAnswer.to(connection, question.campaign() + "-" + name, type, spools);
      answer = begun;
      past.threads()
          .execute(() -> writeInTurn(begun, out -> write(readers.attempts(), question, out)));
      isBegun = true;
      begun.awaited(TAKING::release);
    } catch (RejectedExecutionException e) {
      throw new RefusedRequest(
          503, "Too many ask for the past just now; try again in a moment.", e);
    } finally {
      if (!isBegun) {
        WRITING.release();
        if (answer != null) {
          answer.isNotNeeded(); // The refusal is the only answer.
        }
      }
    }
  }

  private static void writeInTurn(GrowingAnswer answer, GrowingAnswer.Writing writing) {
    try {
      answer.write(writing);
    } finally {
      WRITING.release();
    }
  }

  private void write(PastAttempts attempts, Question question, OutputStream out)
      throws SQLException, IOException {
    if (!attempts.knows(question.campaign())) {
      throw new RefusedRequest(
          404, "The journey store has no campaign " + question.campaign() + ".", null);
    }
    writing.to(out, attempts, question);
  }
}
