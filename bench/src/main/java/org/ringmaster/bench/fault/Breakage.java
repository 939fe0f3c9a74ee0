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
  NO_SYNC;

  /** Whether the disk does sync. */
  boolean syncs() {
    return this != NO_SYNC;
  }
}
