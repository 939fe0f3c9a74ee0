// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

/**
 * How much room is left for the journal, and so which new work may begin. Each step also holds for
 * those after it.
 */
public enum DiskRoom {
  /** Enough for everything. */
  AMPLE,
  /** No new outbound call may be started. */
  NO_OUTBOUND,
  /** No new inbound call may be taken: the dialplan's fallback takes it. */
  NO_INBOUND,
  /**
   * A reserve segment is being written and could not be replaced: live calls are carried to their
   * end, no more.
   */
  RESERVE;

  /** Whether new outbound work may begin. */
  public boolean allowsOutbound() {
    return this == AMPLE;
  }

  /** Whether new inbound work may begin. */
  public boolean allowsInbound() {
    return this == AMPLE || this == NO_OUTBOUND;
  }
}
