// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

/** A guarantee broken on purpose, to see that the sweep notices. */
enum Breakage {
  /** All as the platform has it. */
  NONE,
  /** Commands leave before their facts are synced. */
  COMMANDS_BEFORE_SYNC,
  /** The store's cursor moves even where its transaction fails. */
  CURSOR_OUTSIDE_TRANSACTION,
  /** The disk says that it has synced and has not. */
  NO_SYNC,
  /**
   * A batch whose outcome nobody heard of is written once more, and nothing in the tables minds.
   */
  INSERTS_TWICE_ON_RETRY;

  /** Whether the disk does sync. */
  boolean syncs() {
    return this != NO_SYNC;
  }

  /** What breaks it in a database. */
  String[] inDatabase() {
    return switch (this) {
      case CURSOR_OUTSIDE_TRANSACTION -> CursorOutside.STATEMENTS;
      case INSERTS_TWICE_ON_RETRY -> TwiceOnRetry.STATEMENTS;
      default -> new String[0];
    };
  }
}
