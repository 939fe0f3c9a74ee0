// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.RequestId;

/**
 * Reads back what the flight recorder kept, file after file. Where a file ends before its time, as
 * after a loss of power, or has not even a whole header, the next one goes on; {@link #missing} and
 * {@link #unreadable} tell what is not there. Owned by one thread.
 */
public final class FlightReader {
  private final FrameBody body;
  private final Deque<Path> files = new ArrayDeque<>();
  private final CRC32C crc = new CRC32C();
  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private int at;
  private long last;
  private boolean missing;
  private final List<String> unreadable = new ArrayList<>();

  /** A reader of all that the folder has. */
  public FlightReader(Path folder, FactCodec codec) {
    this.body = new FrameBody(codec);
    SegmentFile.list(folder, SegmentKind.INPUTS).forEach(file -> files.add(file.file()));
  }

  /**
   * Whether inputs between those read so far have been lost: a day with holes cannot be taken again
   * to the same facts.
   */
  public boolean missing() {
    return missing;
  }

  /** The files read so far of which nothing could be read, each with the reason. */
  public List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  /** The next input, null when there are no more. */
  public @Nullable TakenInput next() {
    while (!Frame.whole(bytes, at, crc)) {
      missing |= at < bytes.limit();
      Path file = files.poll();
      if (file == null) {
        return null;
      }
      open(file);
    }
    long sequence = Frame.sequence(bytes, at);
    ByteBuffer payload = bytes.slice(at + Frame.HEADER_BYTES, Frame.length(bytes, at));
    at += Frame.HEADER_BYTES + payload.remaining();
    last = sequence;
    Record content = body.decode(sequence, payload);
    if (!(content instanceof Input input)) {
      throw new JournalException("input " + sequence + " is no input but " + content.getClass());
    }
    RequestId request = body.request == 0 ? null : new RequestId(body.request);
    return new TakenInput(
        sequence, body.recordedAtMicros, body.occurredAtMicros, body.aheadMicros, request, input);
  }

  private void open(Path file) {
    bytes = ByteBuffer.allocate(0);
    at = 0;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      try {
        SegmentHeader header = SegmentHeader.read(file, channel, SegmentKind.INPUTS);
        missing |= last != 0 && header.firstSequence() > last + 1;
        bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        at = SegmentHeader.BYTES;
      } catch (JournalException damaged) {
        unreadable.add(String.valueOf(damaged.getMessage()));
        // One that ends in its header never held an input.
        missing |= channel.size() > SegmentHeader.BYTES;
      }
    } catch (IOException e) {
      throw new JournalException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
