// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;

/**
 * Which segments are needed no longer: those that every kept snapshot contains, that the store has
 * copied, and that are older than what is wanted. Only from the old end, so that what remains has
 * no gap, and never the newest.
 *
 * @param keepMillis how old a segment must be at least ({@code journal.keep})
 */
public record RetentionRule(long keepMillis) {

  /**
   * The segments that may go. A pure function.
   *
   * @param segments oldest first
   * @param snapshotSequence what the oldest snapshot kept contains
   * @param storedSequence what the store has applied
   * @param nowMicros now, epoch microseconds
   */
  public List<SegmentFile> deletable(
      List<SegmentFile> segments, long snapshotSequence, long storedSequence, long nowMicros) {
    List<SegmentFile> old = new ArrayList<>();
    for (SegmentFile segment : segments) {
      boolean needed =
          segment.newest()
              || segment.lastSequence() > snapshotSequence
              || segment.lastSequence() > storedSequence
              || nowMicros - segment.writtenAtMicros() < keepMillis * 1000;
      if (needed) {
        break;
      }
      old.add(segment);
    }
    return old;
  }

  /** Deletes segments, oldest first. */
  public static void delete(List<SegmentFile> segments) {
    for (SegmentFile segment : segments) {
      CrashPoints.reach(CrashPoint.SWEEP_BEFORE_DELETE);
      try {
        Files.deleteIfExists(segment.file());
      } catch (IOException e) {
        throw new JournalException("cannot delete " + segment.file() + ": " + e.getMessage(), e);
      }
    }
  }
}
