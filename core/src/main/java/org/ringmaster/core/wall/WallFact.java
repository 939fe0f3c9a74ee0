// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.QueueId;

/** What has been set on wallboards, and by whom. */
public sealed interface WallFact extends Fact {

  /** A queue has other thresholds. */
  record ThresholdsSet(QueueId queue, long version, Thresholds thresholds, Author by)
      implements WallFact {}

  /** A queue's alarm makes no sound until an instant, epoch microseconds; 0 ends that. */
  record AlarmMuted(QueueId queue, long untilMicros, Author by) implements WallFact {}

  /** A wall may look until an instant, epoch microseconds. */
  record LinkIssued(WallLinkId link, String label, long expiresAtMicros, Author by)
      implements WallFact {}

  /** It may no longer. */
  record LinkRevoked(WallLinkId link, Author by) implements WallFact {}
}
