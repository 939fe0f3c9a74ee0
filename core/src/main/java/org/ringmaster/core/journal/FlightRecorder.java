// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;
import org.ringmaster.core.kernel.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the inputs beside the facts, so that a day can be taken again. Never synced: what the
 * machine had not yet written when it lost power is missing, and the facts are not. Never stands in
 * the way: when its disk fails it says so and switches itself off. Owned by one thread; the switch
 * is for any.
 */
public final class FlightRecorder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FlightRecorder.class);
  private static final int BUFFER_BYTES = JournalOptions.MAX_PAYLOAD_BYTES + Frame.HEADER_BYTES;

  private static final long PAUSE_MICROS = 10_000_000;

  private final JournalOptions options;
  private final long keepMillis;
  private final long maxBytes;
  private final FrameBody body;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private volatile boolean on = true;
  private @Nullable SegmentWriter segment;
  private long lastSequence;
  private long lastName;
  private long lookAgainAtMicros;
  private boolean pausing;

  /**
   * A recorder in the journal's folder.
   *
   * @param keepMillis how old its files may become
   * @param maxBytes how much they may take together; the oldest go first
   */
  public FlightRecorder(JournalOptions options, FactCodec codec, long keepMillis, long maxBytes) {
    this.options = options;
    this.body = new FrameBody(codec);
    this.keepMillis = keepMillis;
    this.maxBytes = maxBytes;
  }

  /** Switches it on or off; what has been kept stays. */
  public void switchOn(boolean wanted) {
    on = wanted;
  }

  /** Whether it is on. It switches itself off when its disk fails. */
  public boolean on() {
    return on;
  }

  /** Keeps an input, in memory until {@link #write}. */
  public void take(TakenInput taken) {
    if (!on) {
      closeSegment();
      return;
    }
    if (taken.takenAtMicros() < lookAgainAtMicros) {
      return;
    }
    RequestId request = taken.request();
    body.inputSequence = 0;
    body.recordedAtMicros = taken.takenAtMicros();
    body.occurredAtMicros = taken.occurredAtMicros();
    body.aheadMicros = taken.aheadMicros();
    body.request = request == null ? 0 : request.value();
    try {
      ByteBuffer payload = body.encode((Record) taken.input());
      if (payload.remaining() > options.maxPayloadBytes()) {
        LOG.warn("Input {} is too large for the flight recorder", taken.inputSequence());
        closeSegment(); // the next file begins behind the gap
        return;
      }
      SegmentWriter writer = writer(taken, payload.remaining());
      if (writer != null) {
        writer.append(taken.inputSequence(), 0, payload);
        lastSequence = taken.inputSequence();
        CrashPoints.reach(CrashPoint.RECORDER_TAKEN);
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  /** Hands what was kept to the system: after each group of inputs. */
  public void write() {
    SegmentWriter current = segment;
    if (current != null) {
      try {
        current.write();
        CrashPoints.reach(CrashPoint.RECORDER_WRITTEN);
      } catch (IOException e) {
        failed(e);
      }
    }
  }

  /** The file to write to; null as long as the facts need what is left of the disk. */
  private @Nullable SegmentWriter writer(TakenInput taken, int bytes) throws IOException {
    SegmentWriter current = segment;
    if (current != null && current.fits(bytes) && taken.inputSequence() == lastSequence + 1) {
      return current;
    }
    closeSegment();
    Files.createDirectories(options.folder());
    forget(taken.takenAtMicros());
    if (options.disk().usableBytes(options.folder()) < options.noOutboundBelowBytes()) {
      if (!pausing) {
        LOG.warn("The flight recorder in {} pauses: the disk is filling", options.folder());
      }
      pausing = true;
      lookAgainAtMicros = taken.takenAtMicros() + PAUSE_MICROS;
      return null;
    }
    if (pausing) {
      LOG.info("The flight recorder in {} goes on", options.folder());
    }
    pausing = false;
    lastName = Math.max(lastName + 1, taken.takenAtMicros());
    Path file = options.folder().resolve(SegmentFile.name(SegmentKind.INPUTS, lastName));
    FileChannel channel =
        options.disk().open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    CrashPoints.reach(CrashPoint.RECORDER_BEFORE_HEADER);
    SegmentHeader header =
        new SegmentHeader(SegmentKind.INPUTS, taken.inputSequence(), options.cell(), 0);
    FileBytes.write(channel, header.encode(), 0);
    segment = new SegmentWriter(file, channel, buffer, SegmentHeader.BYTES, options.segmentBytes());
    return segment;
  }

  /** Deletes files that are too old, and the oldest of those that are too many. */
  private void forget(long nowMicros) throws IOException {
    List<SegmentFile> files = SegmentFile.list(options.folder(), SegmentKind.INPUTS);
    long total = files.stream().mapToLong(SegmentFile::bytes).sum();
    for (SegmentFile file : files) {
      boolean tooOld = nowMicros - file.writtenAtMicros() > keepMillis * 1000;
      if (tooOld || total + options.segmentBytes() > maxBytes) {
        Files.deleteIfExists(file.file());
        total -= file.bytes();
      }
    }
  }

  private void failed(IOException e) {
    on = false;
    buffer.clear(); // what could not be written is not tried again
    LOG.error(
        "The flight recorder in {} is off: {}. Calls and facts are not concerned",
        options.folder(),
        e.getMessage());
    closeSegment();
  }

  private void closeSegment() {
    SegmentWriter current = segment;
    segment = null;
    if (current == null) {
      return;
    }
    try (current) {
      current.write();
    } catch (IOException e) {
      LOG.error("Cannot finish {}: {}", current.file(), e.getMessage());
      buffer.clear();
    }
  }

  @Override
  public void close() {
    closeSegment();
  }
}
