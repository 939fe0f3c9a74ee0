// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

/** Why a caller was sent on from a queue, or not let into it. */
public enum Reason {
  /** Waited as long as the queue allows. */
  MAX_WAIT,
  /** Nobody is there who could answer. */
  EMPTY,
  /** As many wait as the queue allows. */
  FULL,
  /** The queue is no longer configured. */
  REMOVED,
  /** The caller chose so by a key. */
  KEY,
  /** The queue's hours were over. */
  CLOSED,
  /** A supervisor wanted it. */
  SUPERVISOR,
  /** A supervisor has closed the queue. */
  SHUT,
  /** It was called, and is an answering machine. */
  MACHINE
}
