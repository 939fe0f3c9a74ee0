// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.concurrent.TimeUnit;

/**
 * How often a snapshot is written, and so how many facts a start has to replay at most: as soon as
 * there are many new facts; where they come slowly, as soon as there are some and the last snapshot
 * is old.
 *
 * @param many so many facts are a snapshot's worth at any time
 * @param some so many are where the last snapshot is old; not above {@code many}
 * @param oldMillis how old it is then, in milliseconds
 */
public record SnapshotRhythm(long many, long some, long oldMillis) {

  /**
   * A platform's. A cold start replays some thousand facts a second, and a snapshot costs its
   * thread some tenths of a second where a hundred thousand customers are known.
   */
  public static final SnapshotRhythm USUAL = new SnapshotRhythm(20_000, 2_000, 60_000);

  /** Refuses a rhythm that contradicts itself. */
  public SnapshotRhythm {
    if (some < 1 || many < some || oldMillis < 0) {
      throw new IllegalArgumentException(
          "a snapshot wants 1 <= some <= many facts and no negative age: "
              + some
              + ", "
              + many
              + ", "
              + oldMillis);
    }
  }

  /** After so many facts and at no other time. */
  public static SnapshotRhythm every(long facts) {
    return new SnapshotRhythm(facts, facts, 0);
  }

  /**
   * Whether one is due.
   *
   * @param facts how many there are since the last one
   * @param unread how many of the journal's are not among them yet
   * @param ageNanos how old the last one is
   */
  boolean due(long facts, long unread, long ageNanos) {
    // One that is behind waits until it has caught up: the snapshot would be old at once.
    return facts >= many
        || facts >= some && unread < some && ageNanos >= TimeUnit.MILLISECONDS.toNanos(oldMillis);
  }
}
