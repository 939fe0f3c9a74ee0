// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The layout of a frame: length of the payload (4 bytes), CRC32C over all that follows and the
 * length (4), sequence (8), how many sequences were written but not yet synced when this one was
 * (4), payload. Numbers are big-endian. A length of zero is where nothing has been written yet.
 *
 * <p>The fourth number is what tells a torn tail from damage. The disk may write the pages of one
 * group in any order, so after a power cut a whole frame may stand behind a broken one. If that
 * frame says that the broken one had already been synced, the disk has lost what it had promised to
 * keep; if not, both belong to the group that was cut off.
 *
 * <p>The sign of that number tells whether the turn goes on: such a frame is worth nothing without
 * the next one, because half of a turn's facts may be a state that nothing leads out of.
 */
final class Frame {
  static final int HEADER_BYTES = 20;

  private static final int CRC_AT = 4;
  private static final int SEQUENCE_AT = 8;
  private static final int UNSYNCED_AT = 16;
  private static final int GOES_ON = 1 << 31;

  private Frame() {}

  /**
   * Appends a frame; the payload's position is left at its end.
   *
   * @param goesOn whether more frames of the same turn follow
   */
  static void put(
      ByteBuffer out, long sequence, long synced, boolean goesOn, ByteBuffer payload, CRC32C crc) {
    int start = out.position();
    out.putInt(payload.remaining()).putInt(0).putLong(sequence);
    int unsynced = (int) Math.min(Integer.MAX_VALUE, sequence - synced);
    out.putInt(goesOn ? unsynced | GOES_ON : unsynced);
    out.put(payload);
    int end = out.position();
    out.putInt(start + CRC_AT, checksum(out, start, end, crc));
  }

  /** Length of the payload that the frame at this place claims, unchecked. */
  static int length(ByteBuffer in, int at) {
    return in.getInt(at);
  }

  static long sequence(ByteBuffer in, int at) {
    return in.getLong(at + SEQUENCE_AT);
  }

  /** The last sequence that had been synced when this frame was written. */
  static long synced(ByteBuffer in, int at) {
    return sequence(in, at) - (in.getInt(at + UNSYNCED_AT) & ~GOES_ON);
  }

  /** Whether more frames of the same turn follow. */
  static boolean goesOn(ByteBuffer in, int at) {
    return (in.getInt(at + UNSYNCED_AT) & GOES_ON) != 0;
  }

  /** Whether a whole, undamaged frame lies at this place before the buffer's limit. */
  static boolean whole(ByteBuffer in, int at, CRC32C crc) {
    int limit = in.limit();
    if (at + HEADER_BYTES > limit) {
      return false;
    }
    int length = length(in, at);
    if (length <= 0 || length > limit - at - HEADER_BYTES) {
      return false;
    }
    return in.getInt(at + CRC_AT) == checksum(in, at, at + HEADER_BYTES + length, crc);
  }

  /** Reads through the buffer itself and leaves it as it was: two slices a frame are garbage. */
  private static int checksum(ByteBuffer bytes, int start, int end, CRC32C crc) {
    int position = bytes.position();
    int limit = bytes.limit();
    crc.reset();
    crc.update(bytes.limit(start + CRC_AT).position(start));
    crc.update(bytes.limit(end).position(start + SEQUENCE_AT));
    bytes.limit(limit).position(position);
    return (int) crc.getValue();
  }
}
