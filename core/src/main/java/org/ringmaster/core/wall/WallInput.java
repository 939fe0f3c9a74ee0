// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.QueueId;

/** What people ask on a wallboard. */
public sealed interface WallInput extends Input {

  /**
   * Set a queue's thresholds.
   *
   * @param seenVersion the version the author has seen; 0 where nobody had set any
   */
  record SetThresholds(QueueId queue, long seenVersion, Thresholds thresholds, Author by)
      implements WallInput {}

  /** Let a queue's alarm make no sound until an instant, epoch microseconds; 0 ends that. */
  record MuteAlarm(QueueId queue, long untilMicros, Author by) implements WallInput {}

  /** Let a wall look until an instant, epoch microseconds. */
  record IssueLink(String label, long expiresAtMicros, Author by) implements WallInput {}

  /** Take that leave back. */
  record RevokeLink(WallLinkId link, Author by) implements WallInput {}
}
