// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Appends frames to one segment: gathered in memory, written at once, made durable when asked.
 * Owned by the thread that owns the journal.
 */
final class SegmentWriter implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer buffer;
  private final CRC32C crc = new CRC32C();
  private final long limit;
  private long written;

  /**
   * A writer that goes on at {@code position}.
   *
   * @param buffer empty, shared by the segments of one journal, one after the other
   * @param limit bytes that the segment may have
   */
  SegmentWriter(Path file, FileChannel channel, ByteBuffer buffer, long position, long limit) {
    this.file = file;
    this.channel = channel;
    this.buffer = buffer;
    this.written = position;
    this.limit = limit;
  }

  Path file() {
    return file;
  }

  boolean fits(int payloadBytes) {
    return written + buffer.position() + Frame.HEADER_BYTES + payloadBytes <= limit;
  }

  void append(long sequence, long synced, ByteBuffer payload) throws IOException {
    append(sequence, synced, false, payload);
  }

  void append(long sequence, long synced, boolean goesOn, ByteBuffer payload) throws IOException {
    if (buffer.remaining() < Frame.HEADER_BYTES + payload.remaining()) {
      write();
    }
    Frame.put(buffer, sequence, synced, goesOn, payload, crc);
  }

  /** Hands what was gathered to the system; it is not durable yet. */
  void write() throws IOException {
    buffer.flip();
    written = FileBytes.write(channel, buffer, written);
    buffer.clear();
  }

  /**
   * Makes everything written so far durable. The size is not synced: segments have theirs from the
   * beginning.
   */
  void force() throws IOException {
    channel.force(false);
  }

  /** Gives back the unused rest of a full segment. */
  void trim() throws IOException {
    channel.truncate(written);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
