// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;

/**
 * With what the numbers of a country begin. Worked out while the file is read, so that nobody has
 * to know more of a number than its digits when it is dialled.
 */
final class NumberPlaces {
  private static final int NORTH_AMERICA = 1;
  private static final int FIRST_AREA = 200;
  private static final int LAST_AREA = 999;
  private static final long IN_AREA = 10_000_000;

  /** Any number within an area that is none of those with a meaning of their own. */
  private static final long SOMEBODY = 2_345_678;

  private NumberPlaces() {}

  /**
   * With what numbers of a place begin, digits with the country's first.
   *
   * @param place a beginning with a plus, or a country, {@code DE}
   * @throws IllegalArgumentException where it is neither, or a country that is not told from
   *     another one by how its numbers begin
   */
  static List<String> beginnings(String place) {
    if (place.startsWith("+")) {
      return List.of(place.substring(1));
    }
    PhoneNumberUtil rules = PhoneNumberUtil.getInstance();
    int code = rules.getCountryCodeForRegion(place);
    if (code == NORTH_AMERICA) {
      return areas(rules, place);
    }
    Scalars.require(code > 0 && place.equals(rules.getRegionCodeForCountryCode(code)));
    return List.of(Integer.toString(code));
  }

  /** Countries that share +1 are told apart by their area codes. */
  private static List<String> areas(PhoneNumberUtil rules, String country) {
    List<String> areas = new ArrayList<>();
    for (int area = FIRST_AREA; area <= LAST_AREA; area++) {
      PhoneNumber one =
          new PhoneNumber()
              .setCountryCode(NORTH_AMERICA)
              .setNationalNumber(area * IN_AREA + SOMEBODY);
      if (country.equals(rules.getRegionCodeForNumber(one))) {
        areas.add(Integer.toString(NORTH_AMERICA) + area);
      }
    }
    return List.copyOf(areas);
  }
}
