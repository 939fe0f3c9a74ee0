// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds the time zones in which a lead may be, each set of zones once and by its place. For one
 * thread.
 */
final class ZoneReader {

  static final int NONE = -1;

  private static final PhoneNumberToTimeZonesMapper MAPPER =
      PhoneNumberToTimeZonesMapper.getInstance();
  private static final int MOST_SETS = Short.MAX_VALUE;
  private static final int NOT_ASKED = -2;
  private static final int SEVERAL = -3;
  private static final int COUNTRY_CODES = 1_000;

  private final Map<List<String>, Integer> places = new HashMap<>();
  private final List<List<ZoneId>> sets = new ArrayList<>();
  private final Map<String, Integer> cells = new HashMap<>();
  private final Map<Integer, Integer> wholes = new HashMap<>();
  private final int[] countries = new int[COUNTRY_CODES];

  ZoneReader() {
    java.util.Arrays.fill(countries, NOT_ASKED);
  }

  /** All sets that came up, by their place. */
  List<List<ZoneId>> sets() {
    return sets;
  }

  /** The place of the zone that a cell names; {@link #NONE} where it names none. */
  int ofCell(String cell) {
    String text = cell.strip();
    Integer known = cells.get(text);
    if (known != null) {
      return known;
    }
    try {
      int place = place(List.of(ZoneId.of(text).getId()));
      cells.put(text, place);
      return place;
    } catch (DateTimeException e) {
      return NONE;
    }
  }

  /** The place of zones by their names, sorted; {@link #NONE} for none. */
  int ofNames(List<String> zones) {
    return place(zones);
  }

  /** The place of all zones in which a number may be; {@link #NONE} where nothing is known. */
  int ofNumber(PhoneNumber number) {
    int country = number.getCountryCode();
    if (countries[country] == NOT_ASKED) {
      List<String> all =
          MAPPER.getTimeZonesForGeographicalNumber(
              new PhoneNumber().setCountryCode(country).setNationalNumber(0));
      countries[country] = all.size() == 1 ? place(known(all)) : SEVERAL;
    }
    return countries[country] == SEVERAL
        ? place(known(MAPPER.getTimeZonesForNumber(number)))
        : countries[country];
  }

  /** Whether zones are those of a number's whole country, of which there are several. */
  boolean isOfCountry(int zones, PhoneNumber number) {
    int country = number.getCountryCode();
    return zones != NONE
        && countries[country] == SEVERAL
        && sets.get(zones).size() == wholes.computeIfAbsent(country, ZoneReader::many);
  }

  private static int many(int country) {
    return MAPPER
        .getTimeZonesForGeographicalNumber(
            new PhoneNumber().setCountryCode(country).setNationalNumber(0))
        .size();
  }

  /** The place of all zones of two places together. */
  int union(int one, int other) {
    if (one == other || other == NONE) {
      return one;
    }
    if (one == NONE) {
      return other;
    }
    TreeSet<String> both = new TreeSet<>();
    sets.get(one).forEach(zone -> both.add(zone.getId()));
    sets.get(other).forEach(zone -> both.add(zone.getId()));
    return place(List.copyOf(both));
  }

  private static List<String> known(List<String> zones) {
    return zones.contains(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()) ? List.of() : zones;
  }

  private int place(List<String> zones) {
    if (zones.isEmpty()) {
      return NONE;
    }
    Integer known = places.get(zones);
    if (known != null) {
      return known;
    }
    if (sets.size() == MOST_SETS) {
      throw new IllegalStateException("more sets of time zones than a segment can name");
    }
    sets.add(zones.stream().map(ZoneId::of).toList());
    places.put(List.copyOf(zones), sets.size() - 1);
    return sets.size() - 1;
  }
}
