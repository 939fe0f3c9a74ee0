// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.list.RejectKind;

/**
 * Reads one cell as a telephone number; after {@link #read} either {@link #number} or {@link #kind}
 * and {@link #reason} tell what came of it. For one thread.
 */
final class NumberReader {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern SCIENTIFIC = Pattern.compile("\\+?\\d+([.,]\\d+)?[eE][+-]?\\d+");
  private static final Pattern DECIMALS = Pattern.compile("\\d{5,}[.,]0+");
  private static final int LONGEST = 64;
  private static final int DECIMAL = 10;

  private final @Nullable String region;
  private final boolean zerosLost;
  private final boolean hasTrunkZero;
  private PhoneNumber parsed = new PhoneNumber();
  private long number;
  private @Nullable RejectKind kind;
  private String reason = "";

  NumberReader(@Nullable String region, boolean zerosLost) {
    this.region = region;
    this.zerosLost = zerosLost;
    hasTrunkZero = region != null && "0".equals(NUMBERS.getNddPrefixForRegion(region, true));
  }

  /** All regions that are known, sorted. */
  static List<String> regions() {
    return NUMBERS.getSupportedRegions().stream().sorted().toList();
  }

  /** Reads a cell that is not empty; whether it is a number that can be called. */
  boolean read(String cell) {
    kind = null;
    String text = cell.strip();
    if (damaged(text)) {
      return false;
    }
    if (text.length() > LONGEST) {
      return no(RejectKind.NOT_A_NUMBER, "longer than any telephone number");
    }
    PhoneNumber into = new PhoneNumber();
    try {
      NUMBERS.parseAndKeepRawInput(text, region, into);
    } catch (NumberParseException e) {
      return no(
          RejectKind.NOT_A_NUMBER,
          e.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE && region == null
              ? "it does not begin with +, and no default region is set"
              : "it cannot be read as a telephone number");
    }
    if (into.hasExtension()) {
      return no(RejectKind.NOT_A_NUMBER, "it has an extension, which cannot be dialled");
    }
    if (!NUMBERS.isValidNumber(into)) {
      return no(RejectKind.IMPOSSIBLE_NUMBER, "no such number can exist in its country");
    }
    if (zeroLost(text, into)) {
      return no(
          RejectKind.SPREADSHEET_DAMAGE,
          "the leading zero is missing, as a spreadsheet leaves it out: format the column as text"
              + " and export again, or say that numbers stand without it");
    }
    parsed = into;
    number = digits(into);
    return true;
  }

  private boolean damaged(String text) {
    if (SCIENTIFIC.matcher(text).matches()) {
      return !no(
          RejectKind.SPREADSHEET_DAMAGE,
          "a spreadsheet wrote it in scientific notation and its last digits are lost: format the"
              + " column as text and export again");
    }
    if (DECIMALS.matcher(text).matches()) {
      return !no(
          RejectKind.SPREADSHEET_DAMAGE,
          "a spreadsheet made a decimal number of it, and leading zeros may be lost: format the"
              + " column as text and export again");
    }
    if (text.startsWith("##")) {
      return !no(
          RejectKind.SPREADSHEET_DAMAGE,
          "a spreadsheet's column was too narrow to show it: widen the column and export again");
    }
    return false;
  }

  /**
   * Digits only, read as national, in a country where national numbers begin with 0: the library
   * takes them, but which digits are missing nobody knows.
   */
  private boolean zeroLost(String text, PhoneNumber found) {
    return hasTrunkZero
        && !zerosLost
        && found.getCountryCodeSource() == CountryCodeSource.FROM_DEFAULT_COUNTRY
        && text.charAt(0) != '0'
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private boolean no(RejectKind kind, String reason) {
    this.kind = kind;
    this.reason = reason;
    return false;
  }

  private static long digits(PhoneNumber found) {
    long national = found.getNationalNumber();
    int zeros = found.isItalianLeadingZero() ? found.getNumberOfLeadingZeros() : 0;
    long unit = 1;
    for (long rest = national; rest > 0 || zeros > 0; ) {
      unit *= DECIMAL;
      if (rest > 0) {
        rest /= DECIMAL;
      } else {
        zeros--;
      }
    }
    return found.getCountryCode() * unit + national;
  }

  /** The number that was read, in E.164 without the plus. */
  long number() {
    return number;
  }

  /** The number that was read as the library knows it. */
  PhoneNumber parsed() {
    return parsed;
  }

  /** Why the last cell is no number; null where it is one. */
  @Nullable RejectKind kind() {
    return kind;
  }

  /** The same as part of a sentence. */
  String reason() {
    return reason;
  }
}
