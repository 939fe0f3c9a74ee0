// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.calendar;

/** Names a calendar, as the configuration does. */
public record CalendarId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
