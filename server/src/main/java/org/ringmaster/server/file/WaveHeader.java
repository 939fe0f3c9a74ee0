// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The header of a WAV file as Asterisk writes it: PCM, chunks {@code RIFF}, {@code fmt } and {@code
 * data}. Asterisk fills in the two lengths when it closes a file; in one that it did not close,
 * because it died, they are put right here, so that every player plays all of it.
 *
 * @param dataAt where the sound begins in the file
 * @param dataBytes how long it is
 */
record WaveHeader(int dataAt, long dataBytes, int bytesPerSecond) {

  private static final int RIFF_BYTES = 12;
  private static final int CHUNK_BYTES = 8;
  private static final int FORMAT_BYTES = 16;
  private static final int LOOK_BYTES = 4_096;
  private static final long MILLIS_PER_SECOND = 1_000;
  private static final long MAX_UNSIGNED = 0xFFFF_FFFFL;

  /**
   * Reads the header of a file and puts its lengths right where they are not what the file has.
   *
   * @throws IOException where it is no WAV file
   */
  static WaveHeader mended(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer head = ByteBuffer.allocate(LOOK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      while (head.hasRemaining() && channel.read(head, head.position()) > 0) {
        // Until the buffer is full or the file at its end.
      }
      head.flip();
      if (head.limit() < RIFF_BYTES || !"RIFF".equals(word(head, 0)) || !isWave(head)) {
        throw new IOException("no WAV file: it begins with " + head.limit() + " other bytes");
      }
      return mended(channel, head);
    }
  }

  private static boolean isWave(ByteBuffer head) {
    return "WAVE".equals(word(head, CHUNK_BYTES));
  }

  private static WaveHeader mended(FileChannel channel, ByteBuffer head) throws IOException {
    int bytesPerSecond = 0;
    int at = RIFF_BYTES;
    while (at + CHUNK_BYTES <= head.limit()) {
      String name = word(head, at);
      long length = head.getInt(at + Integer.BYTES) & MAX_UNSIGNED;
      if (name.equals("data")) {
        long there = channel.size() - at - CHUNK_BYTES;
        long sound = there - there % 2;
        if (length != sound) {
          write(channel, Integer.BYTES, channel.size() - CHUNK_BYTES);
          write(channel, at + Integer.BYTES, sound);
        }
        if (bytesPerSecond <= 0) {
          break;
        }
        return new WaveHeader(at + CHUNK_BYTES, sound, bytesPerSecond);
      }
      if (name.equals("fmt ") && at + CHUNK_BYTES + FORMAT_BYTES <= head.limit()) {
        bytesPerSecond = head.getInt(at + CHUNK_BYTES + CHUNK_BYTES);
      }
      at = Math.toIntExact(Math.min(head.limit(), at + CHUNK_BYTES + length + length % 2));
    }
    throw new IOException("no WAV file: it has no sound in it");
  }

  private static void write(FileChannel channel, int at, long length) throws IOException {
    ByteBuffer number = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    number.putInt((int) length).flip();
    channel.write(number, at);
  }

  private static String word(ByteBuffer head, int at) {
    byte[] word = new byte[Integer.BYTES];
    head.get(at, word);
    return new String(word, StandardCharsets.ISO_8859_1);
  }

  /** How long the sound lasts. */
  long lengthMillis() {
    return dataBytes * MILLIS_PER_SECOND / bytesPerSecond;
  }
}
