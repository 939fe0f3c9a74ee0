// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was found when the journal was opened.
 *
 * @param firstSequence the oldest sequence that is kept, 0 when there is none
 * @param lastSequence the newest, 0 when there is none
 * @param segments how many segments there are
 * @param tornFile the segment whose tail was cut, null when the tail was clean
 * @param tornAtByte where it was cut
 * @param tornBytes how many bytes of a group that was never synced were cut
 */
public record OpenReport(
    long firstSequence,
    long lastSequence,
    int segments,
    @Nullable Path tornFile,
    long tornAtByte,
    long tornBytes) {

  /** One sentence for the operator. */
  public String sentence() {
    String found =
        lastSequence == 0
            ? "The journal is empty."
            : "The journal has "
                + firstSequence
                + " to "
                + lastSequence
                + " in "
                + segments
                + " segments.";
    return tornFile == null
        ? found
        : found
            + " Cut "
            + tornBytes
            + " bytes of an unfinished group from "
            + tornFile
            + " at byte "
            + tornAtByte
            + "; none of it had left the platform.";
  }
}
