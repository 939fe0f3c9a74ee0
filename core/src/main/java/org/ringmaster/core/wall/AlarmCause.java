// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

/** What an alarm is about; in the order in which it is named. */
public enum AlarmCause {
  /** Too many wait. */
  WAITING,
  /** One waits too long. */
  LONGEST_WAIT,
  /** Too few were answered in time. */
  SERVICE_LEVEL
}
