// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.callerid;

/** Which number of a pool is shown. */
public enum CallerIdPick {
  /**
   * The one that was shown least in this hour, of several the one that was shown least in 24 hours:
   * a number that is new takes turns, and is not shown until it has caught up.
   */
  ROTATE,
  /**
   * The one that begins with most of the digits with which the lead's number begins: the same area
   * before the same country. Of several as if in turn.
   */
  NEAREST
}
