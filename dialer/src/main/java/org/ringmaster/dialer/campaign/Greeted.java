// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.ringmaster.core.call.LegId;

/**
 * What who has answered said first, of an attempt that is not over; also its line in a snapshot.
 *
 * @param leg the attempt's
 * @param talking whether they go on
 * @param millis from the answer to the end of it; 0 while they go on, and where it does not count
 */
record Greeted(LegId leg, boolean talking, long millis) {

  /** Whether they have finished. */
  boolean isOver() {
    return !talking && millis > 0;
  }
}
