// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

/** What {@code bench routing} measures. */
public enum RoutingPart {
  /** From a free agent to the next caller, on real telephones. */
  HAND_OVERS,
  /** Choices in memory. */
  DECISIONS,
  /** What callers who come at random wait for, on real telephones. */
  WAITS
}
