// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** Within what the dials of a {@link FrequencyCap} are counted. */
public enum CapWindow {
  /** So long before each moment. */
  ROLLING,
  /** From midnight to midnight where the lead is. */
  DAY,
  /** From Monday to Sunday where the lead is. */
  WEEK,
  /** The month of the calendar where the lead is. */
  MONTH
}
