// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.io.IOException;
import java.util.SplittableRandom;

/**
 * What a disk has left, where its life was drawn to run out of it: bytes until it is full, syncs
 * until one fails. Any thread.
 */
final class Room {
  private static final int MOST_BYTES = 60_000;
  private static final int MOST_SYNCS = 20;

  private final Trouble trouble;
  private final Tally tally;
  private final boolean overwritesNeedRoom;
  private long bytes;
  private long syncs;
  private boolean told;

  Room(Trouble trouble, Tally tally, SplittableRandom random) {
    this.trouble = trouble;
    this.tally = tally;
    // A disk that copies on write needs room even for what is there already.
    overwritesNeedRoom = random.nextBoolean();
    bytes = random.nextInt(MOST_BYTES);
    syncs = random.nextInt(MOST_SYNCS);
  }

  synchronized boolean isFull() {
    return trouble == Trouble.DISK_FULL && bytes <= 0;
  }

  /** How many of so many bytes can be written; fails where none can. */
  synchronized int take(int wanted, boolean overwrites) throws IOException {
    if (trouble != Trouble.DISK_FULL || overwrites && !overwritesNeedRoom) {
      return wanted;
    }
    int taken = (int) Math.min(wanted, bytes);
    bytes -= taken;
    if (taken == 0) {
      tell();
      throw new IOException("No space left on device");
    }
    return taken;
  }

  /** Fails where this sync does. */
  synchronized void mustSync() throws IOException {
    if (trouble == Trouble.SYNC_FAILS && --syncs < 0) {
      tell();
      throw new IOException("Input/output error");
    }
  }

  private void tell() {
    if (!told) {
      told = true;
      tally.troubled(trouble);
    }
  }
}
