// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.file;

import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;

/**
 * A file that lies on a node and is not kept here yet.
 *
 * @param expiresMicros until when it is to be kept, epoch microseconds; 0 for ever
 * @param tries how often fetching it has failed
 * @param absences how often its node has said that it has no such file, at times far enough apart
 * @param absentAtMicros when it last did, epoch microseconds; 0 for never
 * @param fails how often fetching it has failed since its node was last connected anew
 */
public record WantedFile(
    RecordingId file,
    NodeId node,
    CallId call,
    long expiresMicros,
    int tries,
    int absences,
    long absentAtMicros,
    int fails) {
  private static final long FIRST_MICROS = 2_000_000;

  /** Something else went wrong: what its node said before tells nothing of it any more. */
  WantedFile failed(int times) {
    return new WantedFile(file, node, call, expiresMicros, times, 0, 0, fails + 1);
  }

  /** Its node has said again that it has no such file. */
  WantedFile absent(int times, long atMicros) {
    return isFarEnough(atMicros)
        ? new WantedFile(file, node, call, expiresMicros, times, absences + 1, atMicros, fails + 1)
        : new WantedFile(
            file, node, call, expiresMicros, times, absences, absentAtMicros, fails + 1);
  }

  /** Its node is connected anew: how often it failed before tells nothing of how it goes now. */
  WantedFile connectedAnew() {
    return fails == 0
        ? this
        : new WantedFile(file, node, call, expiresMicros, tries, absences, absentAtMicros, 0);
  }

  /** Whether an answer counts, so far behind the last that did: 2, 8 and 32 seconds. */
  boolean isFarEnough(long atMicros) {
    return atMicros >= countsAgainAtMicros();
  }

  /** From when on another answer counts, epoch microseconds. */
  long countsAgainAtMicros() {
    return absences == 0 ? 0 : absentAtMicros + (FIRST_MICROS << 2 * (absences - 1));
  }
}
