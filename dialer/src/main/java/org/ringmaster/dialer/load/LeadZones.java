// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Works out in which time zones a lead may be, from what its column says, its postal code and its
 * numbers, row after row. For one thread.
 */
final class LeadZones {

  private final ZoneReader reader;
  private final PostalZones table;
  private final int home;
  private final boolean bothZones;
  private final boolean zerosLost;
  private boolean isSaid;
  private String code = "";
  private int ofNumbers = ZoneReader.NONE;
  private int ofTelling = ZoneReader.NONE;
  private int ofCode = ZoneReader.NONE;
  private boolean isDamaged;

  /**
   * Zones by a table of postal codes.
   *
   * @param home the country code of numbers without a plus; 0 where that is not known
   * @param bothZones whether a lead may be wherever anything places it, as laws about hours want it
   * @param zerosLost whether codes are meant to stand without their leading zeros
   */
  LeadZones(ZoneReader reader, PostalZones table, int home, boolean bothZones, boolean zerosLost) {
    this.reader = reader;
    this.table = table;
    this.home = home;
    this.bothZones = bothZones;
    this.zerosLost = zerosLost;
  }

  /**
   * Begins a row.
   *
   * @param isSaid whether a column says its zone
   * @param postalCode as it stands; empty where it has none
   */
  void begin(boolean isSaid, String postalCode) {
    this.isSaid = isSaid;
    code = isSaid && !bothZones ? "" : PostalCodes.plain(postalCode);
    ofNumbers = ZoneReader.NONE;
    ofTelling = ZoneReader.NONE;
    ofCode = ZoneReader.NONE;
    isDamaged = false;
  }

  /** The row's lead has a number. */
  void add(PhoneNumber number) {
    int country = number.getCountryCode();
    if (!code.isEmpty() && table.knows(country, home)) {
      String fitted = PostalCodes.fitted(country, code, zerosLost);
      String whole = fitted == null ? PostalCodes.fitted(country, code, true) : fitted;
      List<String> zones = table.zones(country, home, Objects.requireNonNull(whole));
      // A code of another country than the number's, such as 1010 in Vienna, has lost nothing.
      isDamaged |= fitted == null && !zones.isEmpty();
      ofCode = reader.union(ofCode, fitted == null ? ZoneReader.NONE : reader.ofNames(zones));
    }
    if (isSaid && !bothZones) {
      return;
    }
    int more = reader.ofNumber(number);
    ofNumbers = reader.union(ofNumbers, more);
    boolean isPlaced = isSaid || !code.isEmpty();
    if (isPlaced && !reader.isOfCountry(more, number)) {
      ofTelling = reader.union(ofTelling, more);
    }
  }

  /** Why the postal code tells nothing though it should; null where nothing is wrong with it. */
  @Nullable String trouble() {
    return isDamaged && ofCode == ZoneReader.NONE
        ? "leading zeros of the postal code are missing: format the column as text and export"
            + " again, or say that zeros are lost"
        : null;
  }

  /** Whether there is a postal code that the table does not have. */
  boolean isCodeUnknown() {
    return !code.isEmpty() && ofCode == ZoneReader.NONE;
  }

  /**
   * The place of all zones in which the lead may be; {@link ZoneReader#NONE} where nothing tells.
   * What a number tells counts beside the others only under a law, and only where it is more than
   * its country.
   *
   * @param said by the column; {@link ZoneReader#NONE} for nothing
   */
  int with(int said) {
    int placed = reader.union(said, ofCode);
    if (placed == ZoneReader.NONE) {
      return ofNumbers;
    }
    return bothZones ? reader.union(placed, ofTelling) : placed;
  }
}
