// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How postal codes are written, and which of them have lost their zeros in a spreadsheet. */
final class PostalCodes {

  private static final int NORTH_AMERICA = 1;
  private static final int ZIP_PLUS_FOUR = 9;
  private static final Pattern COUNTRY = Pattern.compile("^[A-Z]{1,3}-(?=\\d)");

  /**
   * How many digits codes have where they may begin with zero, by the country code of telephone
   * numbers. Portugal and others whose codes never do are not here: nothing is lost there.
   */
  private static final Map<Integer, Integer> DIGITS =
      Map.ofEntries(
          Map.entry(NORTH_AMERICA, 5), // US; those of Canada have letters.
          Map.entry(7, 6), // Russia and Kazakhstan
          Map.entry(27, 4), // South Africa
          Map.entry(33, 5), // France
          Map.entry(34, 5), // Spain
          Map.entry(39, 5), // Italy
          Map.entry(47, 4), // Norway
          Map.entry(48, 5), // Poland
          Map.entry(49, 5), // Germany
          Map.entry(51, 5), // Peru
          Map.entry(52, 5), // Mexico
          Map.entry(55, 8), // Brazil
          Map.entry(57, 6), // Colombia
          Map.entry(60, 5), // Malaysia
          Map.entry(61, 4), // Australia
          Map.entry(65, 6), // Singapore
          Map.entry(81, 7), // Japan
          Map.entry(82, 5), // Korea
          Map.entry(86, 6), // China
          Map.entry(90, 5), // Türkiye
          Map.entry(94, 5), // Sri Lanka
          Map.entry(358, 5), // Finland
          Map.entry(370, 5), // Lithuania
          Map.entry(380, 5), // Ukraine
          Map.entry(593, 6)); // Ecuador

  private PostalCodes() {}

  /** A code without blanks, hyphens and the sign of its country, in capital letters. */
  static String plain(String cell) {
    String code = cell.strip().toUpperCase(Locale.ROOT);
    return COUNTRY.matcher(code).replaceFirst("").replaceAll("[\\s\\u00A0-]", "");
  }

  /** Whether it is written as codes are: letters and digits. */
  static boolean isCode(String plain) {
    return plain.chars().allMatch(Character::isLetterOrDigit);
  }

  static boolean isDigits(String plain) {
    return !plain.isEmpty() && plain.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** How many digits a code of a country has; 0 where that is not known here. */
  static int digits(int countryCode) {
    return DIGITS.getOrDefault(countryCode, 0);
  }

  /**
   * A code as the table has it: of a ZIP+4 its first five digits.
   *
   * @param zerosLost whether missing zeros are put in front
   * @return null where zeros are missing
   */
  static @Nullable String fitted(int countryCode, String plain, boolean zerosLost) {
    int wanted = digits(countryCode);
    if (wanted == 0 || !isDigits(plain)) {
      return plain;
    }
    boolean isLong = countryCode == NORTH_AMERICA && plain.length() > wanted;
    int whole = isLong ? ZIP_PLUS_FOUR : wanted;
    int missing = whole - plain.length();
    if (missing > 0 && !zerosLost) {
      return null;
    }
    String code = missing > 0 ? "0".repeat(missing) + plain : plain;
    return isLong && code.length() == whole ? code.substring(0, wanted) : code;
  }
}
