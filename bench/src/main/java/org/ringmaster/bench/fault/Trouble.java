// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

/** What may go wrong in a life beside its death. */
enum Trouble {
  /** Nothing. */
  NONE,
  /** Each word to or from the database may take its time. */
  STORE_SLOW,
  /** The database is away for a while. */
  STORE_GONE,
  /**
   * The connection dies when the server has committed and nobody has heard of it, or just before.
   */
  STORE_ANSWER_LOST,
  /** The database has no room, in the middle of a transaction. */
  STORE_FULL,
  /** The database has no room, when it comes to the commit. */
  STORE_FULL_AT_COMMIT,
  /** The database ends the connection. */
  STORE_ENDS_CONNECTION,
  /** The journal's disk has no room. */
  DISK_FULL,
  /** A sync of the journal's disk fails, and what was to be synced may be lost. */
  SYNC_FAILS;

  /** Whether the platform has to stop for it: the journal says so. */
  boolean stopsThePlatform() {
    return this == DISK_FULL || this == SYNC_FAILS;
  }

  /** Whether it needs a life with a database. */
  boolean ofStore() {
    return name().startsWith("STORE_");
  }
}
