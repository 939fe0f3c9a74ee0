// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames in order, over the borders of segments, also those that another process is writing.
 * Checks every checksum and that no sequence is missing. Owned by one thread.
 */
public final class JournalReader implements AutoCloseable {
  private static final int CHUNK_BYTES = 1 << 16;

  private final Path folder;
  private final CRC32C crc = new CRC32C();
  private ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).limit(0);
  private @Nullable Path file;
  private @Nullable FileChannel channel;
  private long chunkAt;
  private int at;
  private long next;
  private ByteBuffer payload = ByteBuffer.allocate(0);

  /**
   * A reader that begins with a sequence.
   *
   * @throws JournalException when that sequence is older than what the folder still has
   */
  public JournalReader(Path folder, long fromSequence) {
    this.folder = folder;
    seek(fromSequence);
  }

  /** Goes to another place: the next frame will be this one. */
  public void seek(long sequence) {
    close();
    next = Math.max(1, sequence);
    List<SegmentFile> segments = SegmentFile.list(folder);
    if (!segments.isEmpty() && segments.getFirst().firstSequence() > next) {
      throw new JournalException(
          "sequence "
              + next
              + " is no longer in "
              + folder
              + ", which begins with "
              + segments.getFirst().firstSequence()
              + "; older ones are in the facts table of the store");
    }
    for (SegmentFile segment : segments.reversed()) {
      if (segment.firstSequence() <= next) {
        open(segment.file());
        break;
      }
    }
  }

  /**
   * Goes to the next frame.
   *
   * @return false where the whole frames end, for now; a later call may find more
   * @throws JournalException where the journal goes on behind a frame that cannot be read
   */
  public boolean next() {
    while (found()) {
      int start = at;
      int length = Frame.length(chunk, at);
      at += Frame.HEADER_BYTES + length;
      if (Frame.sequence(chunk, start) == next) {
        payload = chunk.slice(start + Frame.HEADER_BYTES, length);
        next++;
        return true;
      }
      if (Frame.sequence(chunk, start) > next) {
        throw damaged("sequence " + Frame.sequence(chunk, start) + " where " + next + " belongs");
      }
      // Older than wanted: the segment begins before the place that was asked for.
    }
    return false;
  }

  /** The sequence of the frame that {@link #next} went to. */
  public long sequence() {
    return next - 1;
  }

  /** What the frame holds; good until the next call of {@link #next}. */
  public ByteBuffer payload() {
    return payload;
  }

  private boolean found() {
    if (file == null) {
      seek(next);
    }
    if (file == null) {
      return false;
    }
    if (Frame.whole(chunk, at, crc)) {
      return true;
    }
    fill();
    if (Frame.whole(chunk, at, crc)) {
      return true;
    }
    Path following = folder.resolve(SegmentFile.name(SegmentKind.FACTS, next));
    if (following.equals(file) || !Files.exists(following)) {
      return foundAgain(following);
    }
    return foundIn(following);
  }

  private boolean foundIn(Path following) {
    open(following);
    fill();
    return Frame.whole(chunk, at, crc);
  }

  /** A newer segment than the one that follows means that frames between were lost. */
  private boolean foundAgain(Path following) {
    List<SegmentFile> segments = SegmentFile.list(folder);
    if (segments.isEmpty() || segments.getLast().firstSequence() <= next) {
      return false;
    }
    // The writer may have gone on since we looked: in this segment, or by one and more segments.
    fill();
    if (Frame.whole(chunk, at, crc)) {
      return true;
    }
    if (!following.equals(file) && Files.exists(following)) {
      return foundIn(following);
    }
    throw damaged("sequence " + next + " cannot be read and the journal goes on behind it");
  }

  /** Reads on from the first byte not yet used; more than usual where one frame needs it. */
  private void fill() {
    chunkAt += at;
    at = 0;
    read(CHUNK_BYTES);
    if (chunk.limit() == CHUNK_BYTES) {
      int frame = Frame.HEADER_BYTES + Frame.length(chunk, 0);
      if (frame > CHUNK_BYTES && frame <= Frame.HEADER_BYTES + JournalOptions.MAX_PAYLOAD_BYTES) {
        read(frame);
      }
    }
  }

  private void read(int bytes) {
    chunk = chunk.capacity() < bytes ? ByteBuffer.allocate(bytes) : chunk.clear().limit(bytes);
    FileChannel from = channel;
    try {
      if (from != null) {
        FileBytes.read(from, chunk, chunkAt);
      }
    } catch (IOException e) {
      throw new JournalException("cannot read " + file + ": " + e.getMessage(), e);
    }
    chunk.flip();
  }

  private void open(Path segment) {
    close();
    try {
      channel = FileChannel.open(segment, StandardOpenOption.READ);
      file = segment;
      SegmentHeader.read(segment, channel, SegmentKind.FACTS);
    } catch (IOException e) {
      throw new JournalException("cannot read " + segment + ": " + e.getMessage(), e);
    }
    chunkAt = SegmentHeader.BYTES;
    at = 0;
    chunk.limit(0);
  }

  private JournalException damaged(String what) {
    return new JournalException(
        file
            + " at byte "
            + (chunkAt + at)
            + ": "
            + what
            + ". Restore the file from a copy, or rebuild from the facts table of the store");
  }

  @Override
  public void close() {
    FileChannel old = channel;
    channel = null;
    file = null;
    if (old != null) {
      try {
        old.close();
      } catch (IOException e) {
        throw new JournalException("cannot close the reader of " + folder, e);
      }
    }
  }
}
