// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.crash;

/**
 * The named points of the write path, in the order in which a fact passes them. A process that dies
 * at any of them loses no fact that others could know of, and doubles none.
 */
public enum CrashPoint {
  /** The kernel has decided; the facts are in memory only. */
  TURN_DECIDED,
  /** A fact is about to be added to the group. */
  JOURNAL_BEFORE_APPEND,
  /** A fact is in the group, in memory. */
  JOURNAL_APPENDED,
  /** The group is about to be handed to the system. */
  JOURNAL_BEFORE_WRITE,
  /** The system has taken a part of what it was handed, which may end within a frame. */
  JOURNAL_PART_WRITTEN,
  /** The system has the whole group; nothing of it is durable. */
  JOURNAL_WRITTEN,
  /** The group is durable; nobody knows yet. */
  JOURNAL_SYNCED,
  /** All who follow the journal have been told. */
  JOURNAL_PUBLISHED,
  /** A segment is full and written, but neither cut to its size nor durable. */
  ROLL_OLD_WRITTEN,
  /** The full segment has been cut to its size. */
  ROLL_OLD_TRIMMED,
  /** The full segment is durable and closed; the next does not exist. */
  ROLL_OLD_CLOSED,
  /** A reserve file has been taken; it has no header. */
  ROLL_BEFORE_HEADER,
  /** The header is written, but not durable. */
  ROLL_HEADER_WRITTEN,
  /** The header is durable; the file has its old name. */
  ROLL_BEFORE_RENAME,
  /** The file is the newest segment; its name may not be durable. */
  ROLL_RENAMED,
  /** A reserve file has been made; it is empty. */
  RESERVE_MADE,
  /** A reserve file has a part of its zeros. */
  RESERVE_PART_WRITTEN,
  /** A reserve file has all its zeros, which are not durable. */
  RESERVE_WRITTEN,
  /** The flight recorder has an input in memory. */
  RECORDER_TAKEN,
  /** The flight recorder has begun a file; it has no header. */
  RECORDER_BEFORE_HEADER,
  /** The system has the flight recorder's group. */
  RECORDER_WRITTEN,
  /** A snapshot is about to be written. */
  SNAPSHOT_BEFORE_WRITE,
  /** A snapshot's file has its header and none of its records. */
  SNAPSHOT_PART_WRITTEN,
  /** A snapshot is written whole, but not durable. */
  SNAPSHOT_WRITTEN,
  /** A snapshot is durable; its file has the name of an unfinished one. */
  SNAPSHOT_BEFORE_RENAME,
  /** A snapshot has its name, which may not be durable. */
  SNAPSHOT_RENAMED,
  /** A snapshot that is no longer needed is about to be deleted. */
  SNAPSHOT_BEFORE_PRUNE,
  /** A segment that is no longer needed is about to be deleted. */
  SWEEP_BEFORE_DELETE,
  /** A torn tail was found; nothing has been changed. */
  RECOVERY_BEFORE_CUT,
  /** A part of a torn tail is zeros. */
  RECOVERY_PART_CUT,
  /** What is left of the newest segment is about to be made durable. */
  RECOVERY_BEFORE_SYNC,
  /** The state has been brought back; the ring does not run yet. */
  RECOVERY_REPLAYED,
  /** The facts of a turn are durable; none of its commands has left. */
  COMMANDS_BEFORE_LEAVING,
  /** A command has been handed to its outlet. */
  COMMAND_LEFT,
  /** All commands of a turn have left; whoever asked for it has no answer. */
  ANSWER_BEFORE_LEAVING,
  /** The answer to a request has been given. */
  ANSWER_LEFT,
  /** An originate is about to be sent. */
  ORIGINATE_BEFORE_SEND,
  /** An originate has been sent; there is no answer. */
  ORIGINATE_SENT,
  /** Asterisk has answered an originate; nobody has been told. */
  ORIGINATE_ANSWERED,
  /** The store has a batch in memory; there is no transaction. */
  STORE_BEFORE_BEGIN,
  /** A partition for a day's facts has been made, but not committed. */
  STORE_PARTITION_MADE,
  /** The sequences applied have been moved, within the transaction. */
  STORE_MOVED,
  /** The server has a part of the facts; the COPY goes on. */
  STORE_COPYING,
  /** The server has the facts; no other table has been touched. */
  STORE_COPIED,
  /** The rows of a projection have been sent. */
  STORE_STAGED,
  /** All is written; the transaction is not committed. */
  STORE_BEFORE_COMMIT,
  /** The transaction is committed; nobody has been told. */
  STORE_COMMITTED,
  /** The tables of a projection are empty, to be filled anew; not committed. */
  STORE_RESET,
  /** A projection that lags behind has been brought on by a batch; not committed. */
  STORE_CAUGHT_UP
}
