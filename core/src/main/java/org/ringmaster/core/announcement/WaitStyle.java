// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.announcement;

/** How callers are told the wait that four in five of them will not exceed. */
public enum WaitStyle {
  /** Not at all. */
  NO,
  /** As foreseen, rounded up to the next whole step. */
  PRECISE,
  /**
   * A quarter more than foreseen, rounded up to a round figure: a promise that is seldom broken.
   */
  PADDED,
  /** As a bound, by round figures: less than five minutes. */
  LESS_THAN
}
