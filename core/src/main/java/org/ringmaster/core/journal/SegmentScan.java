// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Reads the newest segment whole and tells where its good frames end and what stands behind them.
 *
 * @param header the segment's header
 * @param lastSequence the last good sequence with which a turn ends; one before the header's first
 *     when there is none
 * @param end where the good frames of whole turns end
 * @param written where the last byte that is not zero ends; equal to {@code end} when the tail is
 *     clean
 */
record SegmentScan(SegmentHeader header, long lastSequence, long end, long written) {

  /**
   * Scans a segment.
   *
   * @throws JournalException naming file and place, when a frame that had been synced is damaged
   */
  static SegmentScan of(Path file, FileChannel channel, SegmentKind kind) throws IOException {
    SegmentHeader header = SegmentHeader.read(file, channel, kind);
    ByteBuffer all = readAll(channel);
    CRC32C crc = new CRC32C();
    long next = header.firstSequence();
    int at = SegmentHeader.BYTES;
    long wholeNext = next;
    int wholeEnd = at;
    while (Frame.whole(all, at, crc)) {
      if (Frame.sequence(all, at) != next) {
        throw new JournalException(
            file
                + " at byte "
                + at
                + ": sequence "
                + Frame.sequence(all, at)
                + " where "
                + next
                + " belongs; restore the file from a copy");
      }
      boolean goesOn = Frame.goesOn(all, at);
      next++;
      at += Frame.HEADER_BYTES + Frame.length(all, at);
      if (!goesOn) {
        wholeNext = next;
        wholeEnd = at;
      }
    }
    int written = lastWritten(all, at);
    refuseDamage(file, all, at, written, next, crc);
    return new SegmentScan(header, wholeNext - 1, wholeEnd, written);
  }

  /** Bytes behind the good frames that belong to a group which was never synced. */
  long tornBytes() {
    return written - end;
  }

  /** Looks behind the first bad place for a frame whose writer knew the lost one to be on disk. */
  private static void refuseDamage(
      Path file, ByteBuffer all, int bad, int written, long lost, CRC32C crc) {
    for (int at = bad + 1; at + Frame.HEADER_BYTES < written; at++) {
      // The cheap looks come first: a checksum is computed only where the numbers make sense.
      long sequence = Frame.sequence(all, at);
      if (sequence > lost
          && sequence - lost < all.limit()
          && Frame.synced(all, at) >= lost
          && Frame.whole(all, at, crc)) {
        throw new JournalException(
            file
                + " at byte "
                + bad
                + ": sequence "
                + lost
                + " is damaged, and sequence "
                + sequence
                + " at byte "
                + at
                + " says that it had been synced. Nothing was changed. Restore the"
                + " file from a copy, or rebuild the journal from the facts table of the store");
      }
    }
  }

  private static int lastWritten(ByteBuffer all, int from) {
    int at = all.limit();
    while (at - Long.BYTES >= from && all.getLong(at - Long.BYTES) == 0) {
      at -= Long.BYTES;
    }
    while (at > from && all.get(at - 1) == 0) {
      at--;
    }
    return at;
  }

  private static ByteBuffer readAll(FileChannel channel) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    FileBytes.read(channel, all, 0);
    return all.flip();
  }
}
