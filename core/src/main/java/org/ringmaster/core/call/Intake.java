// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.jspecify.annotations.Nullable;

/** How much new work is taken on. */
public enum Intake {
  /** All. */
  OPEN,
  /** No new outbound legs but those that serve callers who are here. */
  NO_OUTBOUND,
  /** No new callers either: they take the dialplan's fallback. */
  CLOSED;

  /**
   * Why no call may be begun now that serves nobody who is here, as a sentence; null where it may.
   */
  public @Nullable String refusal() {
    return this == OPEN ? null : "No new calls are made now: the journal's disk is nearly full.";
  }
}
