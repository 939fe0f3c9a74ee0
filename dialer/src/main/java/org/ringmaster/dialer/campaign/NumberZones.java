// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.ZoneId;
import java.util.List;

/**
 * In which of a lead's time zones one of its numbers is. The table of the beginnings of numbers is
 * read when this is made, before the kernel runs; asking reads nothing. Works on any thread.
 */
final class NumberZones {
  private final PhoneNumberToTimeZonesMapper table = PhoneNumberToTimeZonesMapper.getInstance();

  /**
   * Of some zones those in which a number may be; all of them where it tells nothing of these.
   *
   * @param number in E.164 without the plus
   */
  List<ZoneId> among(List<ZoneId> zones, long number) {
    List<String> told = table.getTimeZonesForGeographicalNumber(unparsed(number));
    List<ZoneId> some = zones.stream().filter(zone -> told.contains(zone.getId())).toList();
    return some.isEmpty() ? zones : some;
  }

  /**
   * A number that need not be told from its country code: the table is asked for the digits of both
   * together, and parsing would read the rules of each new country from the disk.
   */
  private static PhoneNumber unparsed(long number) {
    String digits = Long.toString(number);
    String rest = digits.substring(1);
    int zeros = 0;
    while (zeros < rest.length() - 1 && rest.charAt(zeros) == '0') {
      zeros++;
    }
    PhoneNumber unparsed =
        new PhoneNumber()
            .setCountryCode(digits.charAt(0) - '0')
            .setNationalNumber(rest.isEmpty() ? 0 : Long.parseLong(rest));
    return zeros == 0
        ? unparsed
        : unparsed.setItalianLeadingZero(true).setNumberOfLeadingZeros(zeros);
  }
}
