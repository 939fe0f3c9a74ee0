// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.sql.SQLException;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.store.StoreAddress;

/** Lets happen to one life's database what was drawn for it. On the thread of the life. */
final class Troubles {
  private static final int FIRST_STEP = 24;
  private static final int STEPS = 40;

  private final Trouble trouble;
  private final @Nullable StoreAddress address;
  private final @Nullable StoreWire wire;
  private final Tally tally;
  private final int begins;
  private final int ends;
  private boolean full;

  Troubles(
      Trouble trouble,
      @Nullable StoreAddress address,
      @Nullable StoreWire wire,
      Tally tally,
      SplittableRandom random) {
    this.trouble = trouble;
    this.address = address;
    this.wire = wire;
    this.tally = tally;
    begins = random.nextInt(FIRST_STEP);
    ends = begins + 1 + random.nextInt(STEPS);
  }

  /** A step of the day begins. */
  void step(int step) throws SQLException {
    if (step == begins) {
      begin();
    } else if (step == ends) {
      end();
    }
  }

  private void begin() throws SQLException {
    StoreAddress there = address;
    StoreWire way = wire;
    if (there == null || way == null) {
      return;
    }
    switch (trouble) {
      case STORE_GONE -> way.isGone(true);
      case STORE_FULL -> full(there, true, false);
      case STORE_FULL_AT_COMMIT -> full(there, false, true);
      case STORE_ENDS_CONNECTION ->
          Databases.run(
              there,
              "select pg_terminate_backend(pid) from pg_stat_activity"
                  + " where application_name = 'ringmaster-writer'"
                  + " and datname = current_database()");
      default -> {
        return;
      }
    }
    tally.troubled(trouble);
  }

  private void full(StoreAddress there, boolean inStatement, boolean atCommit) throws SQLException {
    full = true;
    Databases.run(there, NoRoom.statement(inStatement, atCommit));
  }

  /** There is room again, and a way. */
  void end() throws SQLException {
    StoreWire way = wire;
    if (way != null) {
      way.isGone(false);
    }
    if (full && address != null) {
      full = false;
      Databases.run(address, NoRoom.statement(false, false));
    }
  }
}
