// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.announcement;

/** How callers are told their place: {@code announce-position} of queues.conf, by its words. */
public enum PositionStyle {
  /** Not at all. */
  NO,
  /** Always. */
  YES,
  /** Only those whose place is within the limit. */
  LIMIT,
  /** Those behind the limit hear that more callers than that wait. */
  MORE
}
