// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.callerid;

import java.util.List;

/**
 * Numbers of ours of which a lead's telephone shows one.
 *
 * @param name as configured
 * @param numbers with {@code +} and the country's digits; numbers of the house, therefore not
 *     masked
 * @param pick which is shown
 * @param mostADay how often one number is shown within 24 hours, by all campaigns together; 0 for
 *     as often as they like
 * @param prefix what the trunk wants before the digits, such as {@code +}; perhaps nothing
 */
public record CallerIdPool(
    String name, List<String> numbers, CallerIdPick pick, int mostADay, String prefix) {

  /** A number as the trunk is told to show it. */
  public String written(String number) {
    return prefix + number.substring(1); // After the plus.
  }
}
