// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What somebody outside hears: records the sound that reaches one of their legs. For tests and
 * measurements; any thread, one at a time.
 */
public final class Ear {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private static final int HEADER_BYTES = 44;

  /** Where a WAV file says how many bytes of sound follow its header. */
  private static final int LENGTH_AT = 40;

  private static final long CLOSE_NANOS = 5_000_000_000L;
  private static final long POLL_MILLIS = 20;

  private final LabAsterisk asterisk;
  private final String leg;
  private final String file;

  private Ear(LabAsterisk asterisk, String leg) {
    this.asterisk = asterisk;
    this.leg = leg;
    this.file = "ear" + COUNTER.incrementAndGet();
  }

  /** Begins to listen with the newest leg that has a name in its account code. */
  static Ear named(LabAsterisk asterisk, String name) {
    return at(asterisk, Legs.named(asterisk, name));
  }

  /** Begins to listen with the leg of this unique id. */
  static Ear withId(LabAsterisk asterisk, String id) {
    return at(asterisk, Legs.withId(asterisk, id));
  }

  private static Ear at(LabAsterisk asterisk, String leg) {
    Ear ear = new Ear(asterisk, leg);
    String path = asterisk.instance().inside() + "/spool/recording/" + ear.file;
    // What the leg receives is what its owner hears; the mix of both ways is not looked at.
    asterisk.cli("mixmonitor start " + leg + " " + path + "-both.wav,r(" + path + ".wav)");
    return ear;
  }

  /** Listens for a while and stops; what was heard. */
  public Heard hears(long millis) {
    pause(millis);
    asterisk.cli("mixmonitor stop " + leg);
    return new Heard(samples());
  }

  private short[] samples() {
    Path path = asterisk.recordings().resolve(file + ".wav");
    long deadline = System.nanoTime() + CLOSE_NANOS;
    try {
      byte[] bytes = read(path);
      while (!isClosed(bytes) && System.nanoTime() < deadline) {
        pause(POLL_MILLIS);
        bytes = read(path);
      }
      if (bytes.length < HEADER_BYTES) {
        throw new IllegalStateException("nothing was recorded of what " + leg + " hears");
      }
      ByteBuffer sound =
          ByteBuffer.wrap(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES)
              .order(ByteOrder.LITTLE_ENDIAN);
      short[] samples = new short[sound.remaining() / 2];
      sound.asShortBuffer().get(samples);
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what was heard: " + path, e);
    }
  }

  private static byte[] read(Path path) throws IOException {
    return Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
  }

  /**
   * Whether the recorder's own thread is done with the file, a moment after the stop: only then the
   * header says how long the sound is.
   */
  private static boolean isClosed(byte[] bytes) {
    return bytes.length > HEADER_BYTES
        && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(LENGTH_AT)
            == bytes.length - HEADER_BYTES;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while listening", e);
    }
  }
}
