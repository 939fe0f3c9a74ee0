// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;

/** Reads and writes until all is done: one call of a channel may do less than asked. */
final class FileBytes {
  private FileBytes() {}

  /** Reads until the buffer is full or the file ends. */
  static void read(FileChannel channel, ByteBuffer into, long position) throws IOException {
    long at = position;
    int count = 0;
    while (into.hasRemaining() && count >= 0) {
      count = channel.read(into, at);
      at += count;
    }
  }

  /**
   * Writes all that remains in the buffer.
   *
   * @return where it ended
   */
  static long write(FileChannel channel, ByteBuffer from, long position) throws IOException {
    long at = position;
    while (from.hasRemaining()) {
      at += channel.write(from, at);
      if (from.hasRemaining()) {
        CrashPoints.reach(CrashPoint.JOURNAL_PART_WRITTEN);
      }
    }
    return at;
  }
}
