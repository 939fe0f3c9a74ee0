// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** WAV files as Asterisk writes them: 8,000 samples a second, 16 bits each. */
final class Waves {

  private static final int RATE = 8_000;
  private static final int HEADER_BYTES = 44;

  private Waves() {}

  /** A file of so many milliseconds that was closed. */
  static byte[] closed(int millis) {
    return wave(millis, millis * RATE / 1_000 * 2);
  }

  /** The same of an Asterisk that died: its header says that there is nothing. */
  static byte[] notClosed(int millis) {
    return wave(millis, 0);
  }

  private static byte[] wave(int millis, int told) {
    int sound = millis * RATE / 1_000 * 2;
    ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + sound).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(text("RIFF")).putInt(told == 0 ? 0 : told + HEADER_BYTES - 8).put(text("WAVE"));
    bytes.put(text("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    bytes.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
    bytes.put(text("data")).putInt(told);
    while (bytes.hasRemaining()) {
      bytes.putShort((short) bytes.position());
    }
    return bytes.array();
  }

  private static byte[] text(String word) {
    return word.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What the header of a file says of its length in bytes of sound. */
  static int saysOf(Path file) {
    try {
      return ByteBuffer.wrap(Files.readAllBytes(file))
          .order(ByteOrder.LITTLE_ENDIAN)
          .getInt(HEADER_BYTES - 4);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
