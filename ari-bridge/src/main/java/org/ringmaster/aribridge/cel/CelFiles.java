// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.call.LegId;

/** Reads whole files of the channel event log, to compare our books with. Any thread. */
public final class CelFiles {
  private CelFiles() {}

  /**
   * All legs that the files tell of, in the order in which they began.
   *
   * @param files oldest first
   * @throws IOException where one cannot be read
   */
  public static Map<LegId, WitnessedLeg> legs(List<Path> files) throws IOException {
    CelFold fold = new CelFold(Integer.MAX_VALUE);
    for (Path file : files) {
      try (CelTail tail = new CelTail(file, Long.MAX_VALUE, fold::take)) {
        tail.poll();
      }
    }
    return fold.legs();
  }
}
