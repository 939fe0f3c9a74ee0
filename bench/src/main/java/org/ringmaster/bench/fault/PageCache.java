// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the system holds of one file that may not be on disk: for each write since the last sync,
 * what had been there before. A loss of power brings a part of it back. Used by any thread.
 */
final class PageCache {
  private static final int SECTOR = 512;

  /** What was there before a write; {@code length} may go beyond the bytes where the file ended. */
  private record Before(long position, int length, byte[] bytes, long fileSize) {}

  /** How much of what was not synced is lost. */
  enum Loss {
    NOTHING,
    A_TAIL,
    ANY_SECTORS
  }

  private final List<Before> unsynced = new ArrayList<>();

  synchronized void willWrite(FileChannel channel, long position, int length) throws IOException {
    ByteBuffer before = ByteBuffer.allocate(length);
    long size = channel.size();
    long at = position;
    for (int count = 0; before.hasRemaining() && count >= 0; at += Math.max(0, count)) {
      count = channel.read(before, at);
    }
    byte[] bytes = new byte[before.position()];
    before.flip().get(bytes);
    unsynced.add(new Before(position, length, bytes, size));
  }

  /** Notes a cut; what was behind it may come back. */
  synchronized void willTruncate(FileChannel channel, long size) throws IOException {
    long old = channel.size();
    if (old > size) {
      willWrite(channel, size, (int) (old - size));
    }
  }

  /** How many writes a sync that begins now makes durable. */
  synchronized int begun() {
    return unsynced.size();
  }

  synchronized void durable(int writes) {
    unsynced.subList(0, Math.min(writes, unsynced.size())).clear();
  }

  /** The power is gone: brings back what was there before, where the disk had not got so far. */
  synchronized void lose(Path file, Loss loss, SplittableRandom random) throws IOException {
    if (loss == Loss.NOTHING || unsynced.isEmpty()) {
      unsynced.clear();
      return;
    }
    long total = unsynced.stream().mapToLong(Before::length).sum();
    long kept = loss == Loss.A_TAIL ? random.nextLong(total) : 0;
    long start = total;
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      for (Before write : unsynced.reversed()) {
        start -= write.length();
        if (loss == Loss.A_TAIL) {
          int from = Math.clamp(kept - start, 0, write.length());
          bringBack(open, write, from, write.length());
        } else {
          for (int from = 0; from < write.length(); from = next(write, from)) {
            if (random.nextBoolean()) {
              bringBack(open, write, from, next(write, from));
            }
          }
        }
      }
    }
    unsynced.clear();
  }

  /** Where the next sector of the file begins. */
  private static int next(Before write, int from) {
    long sector = (write.position() + from) / SECTOR + 1;
    return (int) Math.min(write.length(), sector * SECTOR - write.position());
  }

  private static void bringBack(RandomAccessFile open, Before write, int from, int to)
      throws IOException {
    if (from >= to) {
      return;
    }
    byte[] old = new byte[to - from];
    int known = Math.clamp(write.bytes().length - from, 0, to - from);
    System.arraycopy(write.bytes(), Math.min(from, write.bytes().length), old, 0, known);
    open.seek(write.position() + from);
    open.write(old);
    boolean end = write.position() + to >= open.length();
    if (end && write.position() + from >= write.fileSize()) {
      open.setLength(write.position() + from);
    }
  }
}
