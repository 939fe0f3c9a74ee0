// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * The first 64 bytes of every file of the journal: magic, version of the format, kind, first
 * sequence, cell, one word that the kind may use, and a checksum over these. Numbers are
 * big-endian.
 */
record SegmentHeader(SegmentKind kind, long firstSequence, int cell, long word) {
  static final int BYTES = 64;

  private static final long MAGIC =
      ByteBuffer.wrap("RINGMSTR".getBytes(StandardCharsets.US_ASCII)).getLong();
  private static final int VERSION = 1;
  private static final int CRC_AT = BYTES - Integer.BYTES;

  /** The header as bytes, ready to be written at the file's beginning. */
  ByteBuffer encode() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.putLong(MAGIC).putInt(VERSION).putInt(kind.code).putLong(firstSequence);
    bytes.putInt(cell).putLong(word);
    bytes.putInt(CRC_AT, crc(bytes)).clear();
    return bytes;
  }

  /** Reads and checks a file's header. */
  static SegmentHeader read(Path file, FileChannel channel, SegmentKind kind) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    FileBytes.read(channel, bytes, 0);
    if (bytes.hasRemaining() || bytes.getLong(0) != MAGIC) {
      throw new JournalException(
          file + " at byte 0: this is no file of a journal; move it out of the folder");
    }
    if (bytes.getInt(CRC_AT) != crc(bytes)) {
      throw new JournalException(
          file + " at byte 0: the header is damaged; restore the file from a copy");
    }
    if (bytes.getInt(8) != VERSION) {
      throw new JournalException(
          file
              + " has format "
              + bytes.getInt(8)
              + ", this version reads format "
              + VERSION
              + "; start the version that wrote it");
    }
    if (bytes.getInt(12) != kind.code) {
      throw new JournalException(file + " holds no " + kind.prefix + "; its name is wrong");
    }
    return new SegmentHeader(kind, bytes.getLong(16), bytes.getInt(24), bytes.getLong(28));
  }

  private static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.slice(0, CRC_AT));
    return (int) crc.getValue();
  }
}
