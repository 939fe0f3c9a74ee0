// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.callerid;

/** Which number of a pool is shown. */
public enum CallerIdPick {
  /** The one that was shown least. */
  ROTATE,
  /**
   * The one that begins with most of the digits with which the lead's number begins: the same area
   * before the same country. Of several the one that was shown least.
   */
  NEAREST
}
