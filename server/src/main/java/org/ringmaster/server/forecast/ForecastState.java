// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.forecast;

/** How a forecast stands. */
public enum ForecastState {
  /** It is being made. */
  RUNNING,
  /** It is there. */
  DONE,
  /** Somebody did not want it any more. */
  CANCELLED,
  /** It could not be made. */
  REFUSED
}
