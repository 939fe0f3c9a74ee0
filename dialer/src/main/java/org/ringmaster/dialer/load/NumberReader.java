// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import java.util.List;
import java.util.Set;
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
  private static final Pattern FAILED = Pattern.compile("#[A-Z][A-Z0-9/]{1,11}[?!]?");
  private static final Pattern DATE =
      Pattern.compile(
          "(19|20)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])( \\d\\d:\\d\\d(:\\d\\d)?)?");
  private static final int LONGEST = 64;
  private static final int DECIMAL = 10;
  private static final int YEAR_DIGITS = 4;

  private static final String NO_REGION = PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY;

  /** Where a 0 before a number is the way out of the town and nothing else, no carrier's code. */
  private static final Set<String> PLAIN_TRUNKS =
      Set.of("AT", "BE", "CH", "DE", "FR", "GB", "IE", "NL", "RO", "SE", "SI", "TR", "ZA");

  private static final int LEAST_DIGITS = 6;
  private static final int MOST_DIGITS = 15;
  private static final int CODE_DIGITS = 3;
  private static final int NORTH_AMERICA = 1;
  private static final int LEAST_LETTERS = 3;

  /** Which numbers are the codes of countries, and how one leads out of a town in each. */
  private static final boolean[] CODES = new boolean[1_000];

  private static final char[] TRUNKS = new char[1_000];

  static {
    for (int code : NUMBERS.getSupportedCallingCodes()) {
      CODES[code] = true;
      TRUNKS[code] = trunk(code);
    }
  }

  private final @Nullable String region;
  private final boolean zerosLost;
  private final boolean hasTrunkZero;
  private final boolean hasPlainTrunk;
  private final int regionCode;
  private final char[] plain = new char[MOST_DIGITS];
  private final @Nullable ValidNumbers[] valid = new ValidNumbers[CODES.length];
  private final boolean[] asked = new boolean[CODES.length];
  private PhoneNumber parsed = new PhoneNumber();
  private long number;
  private @Nullable RejectKind kind;
  private String reason = "";

  NumberReader(@Nullable String region, boolean zerosLost) {
    this.region = region;
    this.zerosLost = zerosLost;
    hasPlainTrunk = region != null && PLAIN_TRUNKS.contains(region);
    regionCode = region == null ? 0 : NUMBERS.getCountryCodeForRegion(region);
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
    if (readPlain(text)) {
      return true;
    }
    return readByLibrary(text);
  }

  /** Lets the library find out what a text is; it takes several times as long as a plain one. */
  boolean readByLibrary(String text) {
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
    if (!lettersFit(text, into)) {
      return no(RejectKind.NOT_A_NUMBER, "it has letters after the number: put them elsewhere");
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

  /**
   * Reads a number whose country is beyond doubt: after + its code, or after one 0 the region where
   * 0 leads out of the town; and whose rest does not begin like a way out of the town. Only what
   * the library calls valid as it stands is taken; all else is left to its parser.
   */
  boolean readPlain(String text) {
    int length = digits(text);
    if (length < LEAST_DIGITS) {
      return false;
    }
    boolean isOut = text.charAt(0) == '+';
    boolean isTrunk = !isOut && hasPlainTrunk && plain[0] == '0' && plain[1] != '0';
    if (!isOut && !isTrunk || isOut && plain[0] == '0') {
      return false; // No code of a country begins with 0.
    }
    int country = isOut ? 0 : regionCode;
    int at = isOut ? 0 : 1;
    while (isOut && at < CODE_DIGITS && !CODES[country]) {
      country = country * DECIMAL + (plain[at] - '0');
      at++;
    }
    if (!CODES[country] || plain[at] == '0' || plain[at] == firstOfTrunk(country)) {
      return false;
    }
    long national = 0;
    long unit = 1;
    for (int i = at; i < length; i++) {
      national = national * DECIMAL + (plain[i] - '0');
      unit *= DECIMAL;
    }
    ValidNumbers known = valid(country);
    if (known == null || !known.has(plain, at, length)) {
      return false;
    }
    parsed = new PhoneNumber().setCountryCode(country).setNationalNumber(national);
    number = country * unit + national;
    return true;
  }

  private @Nullable ValidNumbers valid(int country) {
    if (!asked[country]) {
      asked[country] = true;
      valid[country] = ValidNumbers.of(country);
    }
    return valid[country];
  }

  /**
   * The digits of a text that has nothing else but what people put between them; 0 where it has.
   */
  private int digits(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (length == plain.length) {
          return 0;
        }
        plain[length] = c;
        length++;
      } else if (" ()/-.".indexOf(c) < 0 && (c != '+' || i > 0)) {
        return 0;
      }
    }
    return length;
  }

  /** The digit with which the way out of a town begins in a country, which its numbers may too. */
  private static char firstOfTrunk(int country) {
    return TRUNKS[country];
  }

  private static char trunk(int country) {
    String region = NUMBERS.getRegionCodeForCountryCode(country);
    String trunk = region.equals(NO_REGION) ? null : NUMBERS.getNddPrefixForRegion(region, true);
    return trunk == null || trunk.isEmpty() ? '0' : trunk.charAt(0);
  }

  private boolean damaged(String text) {
    if (!hasSignOfDamage(text)) {
      return false;
    }
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
    if (FAILED.matcher(text).matches()) {
      return !no(
          RejectKind.SPREADSHEET_DAMAGE,
          "a spreadsheet's formula stands there without a value: mend it, or let the spreadsheet"
              + " work it out, and save again");
    }
    if (DATE.matcher(text).matches()) {
      return !no(
          RejectKind.SPREADSHEET_DAMAGE,
          "a spreadsheet made a date of it: format the column as text, type it anew, and save"
              + " again");
    }
    return false;
  }

  /** Whether a pattern of damage may fit: each has one of these, and looking is quicker. */
  private static boolean hasSignOfDamage(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isOfDate = c == '-' && i == YEAR_DIGITS;
      if (isOfDate || c == 'e' || c == 'E' || c == '.' || c == ',' || c == '#') {
        return true;
      }
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

  /**
   * The library dials letters as the digits on the same key and drops fewer than three: only in
   * North America are numbers written so, and elsewhere a word after a number makes another one.
   */
  private static boolean lettersFit(String text, PhoneNumber found) {
    int letters = 0;
    boolean begun = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      begun |= Character.isDigit(c) || c == '+';
      letters += begun && Character.isLetter(c) ? 1 : 0;
    }
    return letters == 0 || (found.getCountryCode() == NORTH_AMERICA && letters >= LEAST_LETTERS);
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
