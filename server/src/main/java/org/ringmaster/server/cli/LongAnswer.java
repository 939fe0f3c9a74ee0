// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer of the platform that takes its time: copied piece by piece, with a word now and then,
 * where errors go, of how far it is. One thread copies.
 */
final class LongAnswer {
  private static final long WORD_MILLIS = 5_000;
  private static final int PIECE = 65_536;

  /** So much of the end is kept, for the platform says there why it broke off. */
  private static final int END = 400;

  private static final double MEGABYTE = 1_000_000;
  private static final Pattern WHY = Pattern.compile("NOT WHOLE: ([^\r\n]+)");

  private final InputStream answer;
  private final Terminal terminal;
  private final long wordMillis;
  private final AtomicLong copied = new AtomicLong();

  /** The platform did not send all of it. */
  static final class BrokenOff extends IOException {
    private static final long serialVersionUID = 1;

    private BrokenOff(String why, IOException cause) {
      super(why, cause);
    }
  }

  LongAnswer(InputStream answer, Terminal terminal) {
    this(answer, terminal, WORD_MILLIS);
  }

  /**
   * An answer.
   *
   * @param wordMillis how often a word is said
   */
  LongAnswer(InputStream answer, Terminal terminal, long wordMillis) {
    this.answer = answer;
    this.terminal = terminal;
    this.wordMillis = wordMillis;
  }

  /**
   * Copies all of it and flushes.
   *
   * @throws BrokenOff where the platform did not send all of it; says why, if it told
   */
  void copyTo(OutputStream out) throws IOException {
    ScheduledExecutorService words =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    try {
      words.scheduleAtFixedRate(this::word, wordMillis, wordMillis, TimeUnit.MILLISECONDS);
      byte[] piece = new byte[PIECE];
      byte[] end = new byte[0];
      for (int length = read(piece, end); length >= 0; length = read(piece, end)) {
        out.write(piece, 0, length);
        copied.addAndGet(length);
        end = end(end, piece, length);
      }
      out.flush();
    } finally {
      words.shutdownNow();
    }
  }

  private int read(byte[] piece, byte[] end) throws BrokenOff {
    try {
      return answer.read(piece);
    } catch (IOException e) {
      Matcher told = WHY.matcher(new String(end, StandardCharsets.UTF_8));
      throw new BrokenOff(
          told.find() ? told.group(1) : "the platform broke off; ./ringmaster logs may say why", e);
    }
  }

  private static byte[] end(byte[] before, byte[] piece, int length) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    if (length < END) {
      int kept = Math.min(before.length, END - length);
      both.write(before, before.length - kept, kept);
    }
    int last = Math.min(length, END);
    both.write(piece, length - last, last);
    return both.toByteArray();
  }

  private void word() {
    long now = copied.get();
    terminal
        .err()
        .println(
            now == 0
                ? "The journey store is being read ..."
                : String.format(Locale.ROOT, "%.1f MB so far ...", now / MEGABYTE));
  }
}
