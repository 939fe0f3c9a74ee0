// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A WAV file with nothing to hear, as Asterisk writes them. */
final class SoundFile {
  private static final int BYTES_PER_MILLI = 16;

  private SoundFile() {}

  static byte[] ofMillis(int millis) {
    int sound = millis * BYTES_PER_MILLI;
    ByteBuffer bytes = ByteBuffer.allocate(44 + sound).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(text("RIFF")).putInt(36 + sound).put(text("WAVEfmt ")).putInt(16);
    bytes.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000);
    bytes.putShort((short) 2).putShort((short) 16).put(text("data")).putInt(sound);
    return bytes.array();
  }

  private static byte[] text(String word) {
    return word.getBytes(StandardCharsets.ISO_8859_1);
  }
}
