// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;

/**
 * What opening a folder does to its newest segment: check every frame, cut what was never synced,
 * make sure that the rest is on disk. Older segments were whole before the next one was begun; they
 * are checked as they are read.
 */
final class Recovery {
  private final JournalOptions options;
  private final OpenReport report;
  private final @Nullable Path newest;
  private final long end;

  private Recovery(JournalOptions options, OpenReport report, @Nullable Path newest, long end) {
    this.options = options;
    this.report = report;
    this.newest = newest;
    this.end = end;
  }

  static Recovery of(JournalOptions options) throws IOException {
    List<SegmentFile> segments = SegmentFile.list(options.folder());
    if (segments.isEmpty()) {
      return new Recovery(options, new OpenReport(0, 0, 0, null, 0, 0), null, 0);
    }
    Path file = segments.getLast().file();
    try (FileChannel channel =
        options.disk().open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      SegmentScan scan = SegmentScan.of(file, channel, SegmentKind.FACTS);
      check(options, segments.getLast(), scan.header());
      if (scan.tornBytes() > 0) {
        CrashPoints.reach(CrashPoint.RECOVERY_BEFORE_CUT);
        zero(channel, scan.end(), scan.written());
      }
      // What a killed process has left may still be in the system's memory only.
      CrashPoints.reach(CrashPoint.RECOVERY_BEFORE_SYNC);
      channel.force(true);
      boolean torn = scan.tornBytes() > 0;
      OpenReport report =
          new OpenReport(
              segments.getFirst().firstSequence(),
              scan.lastSequence(),
              segments.size(),
              torn ? file : null,
              torn ? scan.end() : 0,
              scan.tornBytes());
      return new Recovery(options, report, file, scan.end());
    }
  }

  private static void check(JournalOptions options, SegmentFile file, SegmentHeader header) {
    if (header.firstSequence() != file.firstSequence()) {
      throw new JournalException(
          file.file() + " begins with sequence " + header.firstSequence() + "; its name is wrong");
    }
    if (header.cell() != options.cell()) {
      throw new JournalException(
          file.file()
              + " belongs to cell "
              + header.cell()
              + ", this is cell "
              + options.cell()
              + "; give each cell a folder of its own");
    }
  }

  private static void zero(FileChannel channel, long from, long to) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(to - from, 1 << 16));
    for (long at = from; at < to; ) {
      zeros.clear().limit((int) Math.min(to - at, zeros.capacity()));
      at += channel.write(zeros, at);
      CrashPoints.reach(CrashPoint.RECOVERY_PART_CUT);
    }
  }

  OpenReport report() {
    return report;
  }

  @Nullable Path newest() {
    return newest;
  }

  /** A writer that goes on where the newest segment ends. */
  SegmentWriter writer(ByteBuffer buffer) throws IOException {
    if (newest == null) {
      throw new IllegalStateException("there is no segment yet");
    }
    FileChannel channel = options.disk().open(newest, StandardOpenOption.WRITE);
    return new SegmentWriter(newest, channel, buffer, end, options.segmentBytes());
  }
}
