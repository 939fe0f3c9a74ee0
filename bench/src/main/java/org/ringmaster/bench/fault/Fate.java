// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.crash.CrashPoint;

/**
 * What is drawn for one life.
 *
 * @param point where it is to die; null where nobody kills it
 * @param hits at which time of reaching the point
 * @param loss what the disk loses with it
 * @param store whether the journey store follows
 * @param trouble what goes wrong meanwhile
 */
record Fate(
    @Nullable CrashPoint point, int hits, PageCache.Loss loss, boolean store, Trouble trouble) {

  private static final int OFTEN = 25;
  private static final int SELDOM = 4;
  private static final int LATER_IN_TROUBLE = 3;
  private static final int STORE_ONE_IN = 4;
  private static final int STORE_TROUBLE_ONE_IN = 3;
  private static final int DISK_TROUBLE_ONE_IN = 20;

  /** A life that nobody kills. */
  static Fate calm() {
    return new Fate(null, 0, PageCache.Loss.NOTHING, true, Trouble.NONE);
  }

  /** A life whose journal ends in the middle of a write. */
  static Fate torn(SplittableRandom random) {
    return new Fate(
        CrashPoint.JOURNAL_WRITTEN,
        1 + random.nextInt(OFTEN),
        PageCache.Loss.A_TAIL,
        false,
        Trouble.NONE);
  }

  static Fate drawn(CrashPoint point, boolean withStore, SplittableRandom random) {
    PageCache.Loss[] losses = PageCache.Loss.values();
    boolean store = withStore && (ofStore(point) || random.nextInt(STORE_ONE_IN) == 0);
    Trouble trouble = trouble(store, random);
    int hits = hits(point, random) * (trouble == Trouble.NONE ? 1 : LATER_IN_TROUBLE);
    return new Fate(point, hits, losses[random.nextInt(losses.length)], store, trouble);
  }

  private static Trouble trouble(boolean store, SplittableRandom random) {
    Trouble[] all = Trouble.values();
    if (random.nextInt(DISK_TROUBLE_ONE_IN) == 0) {
      return random.nextBoolean() ? Trouble.DISK_FULL : Trouble.SYNC_FAILS;
    }
    if (store && random.nextInt(STORE_TROUBLE_ONE_IN) == 0) {
      Trouble drawn = all[random.nextInt(all.length)];
      return drawn.ofStore() ? drawn : Trouble.STORE_ANSWER_LOST;
    }
    return Trouble.NONE;
  }

  static boolean ofStore(CrashPoint point) {
    return point.name().startsWith("STORE_");
  }

  private static int hits(CrashPoint point, SplittableRandom random) {
    return switch (point) {
      case ROLL_OLD_WRITTEN,
          ROLL_OLD_TRIMMED,
          ROLL_OLD_CLOSED,
          ROLL_BEFORE_HEADER,
          ROLL_HEADER_WRITTEN,
          ROLL_BEFORE_RENAME,
          ROLL_RENAMED,
          RECOVERY_BEFORE_CUT,
          RECOVERY_PART_CUT,
          RECOVERY_BEFORE_SYNC,
          RECOVERY_REPLAYED,
          SNAPSHOT_BEFORE_PRUNE,
          SWEEP_BEFORE_DELETE,
          STORE_PARTITION_MADE,
          STORE_RESET,
          STORE_CAUGHT_UP,
          RECORDER_BEFORE_HEADER ->
          1;
      case TURN_DECIDED,
          JOURNAL_BEFORE_APPEND,
          JOURNAL_APPENDED,
          JOURNAL_BEFORE_WRITE,
          JOURNAL_PART_WRITTEN,
          JOURNAL_WRITTEN,
          JOURNAL_SYNCED,
          JOURNAL_PUBLISHED,
          COMMANDS_BEFORE_LEAVING,
          COMMAND_LEFT,
          RECORDER_TAKEN,
          RECORDER_WRITTEN ->
          1 + random.nextInt(OFTEN);
      default -> 1 + random.nextInt(SELDOM);
    };
  }
}
