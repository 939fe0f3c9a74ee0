// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** How much new work is taken on. */
public enum Intake {
  /** All. */
  OPEN,
  /** No new outbound legs but those that serve callers who are here. */
  NO_OUTBOUND,
  /** No new callers either: they take the dialplan's fallback. */
  CLOSED
}
