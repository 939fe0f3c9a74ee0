// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import java.time.ZoneId;
import java.util.List;

/**
 * One lead as a value, for lists that are made rather than loaded.
 *
 * @param numbers in E.164 without the plus, in the order in which they are tried; at least one
 * @param zones all time zones in which the lead may be; at least one
 */
public record Lead(List<Long> numbers, List<ZoneId> zones, LeadDetails details) {

  /** A lead with one number in one time zone, of whom nothing else is known. */
  public static Lead of(long number, ZoneId zone) {
    return new Lead(List.of(number), List.of(zone), LeadDetails.NONE);
  }
}
