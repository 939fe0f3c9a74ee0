// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is followed digit by digit must end where the library's patterns do, for every country. */
class ValidNumbersTest {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final int LONGEST = 17;

  /** The library forgets those beyond them. */
  private static final int MOST_ZEROS = 10;

  /** A state is some hundred bytes. */
  private static final int MOST_STATES = 50_000;

  private final Random random = new Random(20261128);
  private final List<String> others = new ArrayList<>();
  private long compared;
  private long valid;

  @Test
  void thePatternsOfEveryCountryAreUnderstood() {
    for (int country : NUMBERS.getSupportedCallingCodes()) {
      assertNotNull(ValidNumbers.of(country), "+" + country);
    }
  }

  @Test
  void inEachStateEachDigitLeadsWhereTheLibraryGoes() {
    int states = 0;
    for (int country : new TreeSet<>(NUMBERS.getSupportedCallingCodes())) {
      ValidNumbers known = Objects.requireNonNull(ValidNumbers.of(country));
      Map<Integer, String> ways = waysToAllStates(known);
      states += ways.size();
      for (String way : ways.values()) {
        for (char digit = '0'; digit <= '9' && way.length() < LONGEST; digit++) {
          compare(country, known, way + digit);
        }
        compare(country, known, validFrom(known, way));
      }
    }
    assertEquals(List.of(), others);
    assertTrue(
        valid > states, valid + " of " + compared + " are valid, from " + states + " states");
    assertTrue(states < MOST_STATES, states + " states must all find room in memory");
  }

  private void compare(int country, ValidNumbers known, String digits) {
    if (zeros(digits) > MOST_ZEROS) {
      return;
    }
    boolean is = known.has(digits.toCharArray(), 0, digits.length());
    compared++;
    valid += is ? 1 : 0;
    if (is != NUMBERS.isValidNumber(number(country, digits))) {
      others.add("+" + country + " " + digits + ": " + is);
    }
  }

  private static int zeros(String digits) {
    int zeros = 0;
    while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return zeros;
  }

  private static PhoneNumber number(int country, String digits) {
    int zeros = zeros(digits);
    PhoneNumber number =
        new PhoneNumber().setCountryCode(country).setNationalNumber(Long.parseLong(digits));
    return zeros == 0 ? number : number.setItalianLeadingZero(true).setNumberOfLeadingZeros(zeros);
  }

  /** For each state that is not dead the first digits that lead there. */
  private static Map<Integer, String> waysToAllStates(ValidNumbers known) {
    Map<Integer, String> ways = new TreeMap<>();
    ways.put(ValidNumbers.FIRST, "");
    List<Integer> open = new ArrayList<>(ways.keySet());
    for (int i = 0; i < open.size(); i++) {
      String way = ways.get(open.get(i));
      for (int digit = 0; digit < 10 && way.length() < LONGEST; digit++) {
        int reached = known.after(open.get(i), digit);
        if (reached != ValidNumbers.DEAD && ways.putIfAbsent(reached, way + digit) == null) {
          open.add(reached);
        }
      }
    }
    return ways;
  }

  /** More digits, drawn until they are a valid number or there can be none. */
  private String validFrom(ValidNumbers known, String way) {
    StringBuilder digits = new StringBuilder(way);
    int state = ValidNumbers.FIRST;
    for (int i = 0; i < way.length(); i++) {
      state = known.after(state, way.charAt(i) - '0');
    }
    do {
      int digit = random.nextInt(10);
      for (int i = 0; i < 9 && known.after(state, digit) == ValidNumbers.DEAD; i++) {
        digit = (digit + 1) % 10;
      }
      state = known.after(state, digit);
      digits.append(digit);
    } while (digits.length() < LONGEST
        && state != ValidNumbers.DEAD
        && !known.isValid(state, digits.length()));
    return digits.toString();
  }

  @Test
  void numbersDrawnByChanceAreReadAlike() {
    for (int country : new TreeSet<>(NUMBERS.getSupportedCallingCodes())) {
      ValidNumbers known = Objects.requireNonNull(ValidNumbers.of(country));
      for (int i = 0; i < 400; i++) {
        StringBuilder digits = new StringBuilder();
        for (int left = 2 + random.nextInt(LONGEST - 1); left > 0; left--) {
          digits.append(random.nextInt(10));
        }
        compare(country, known, digits.toString());
      }
    }
    assertEquals(List.of(), others);
    assertTrue(valid > compared / 100, valid + " of " + compared + " are valid");
  }

  @Test
  void aPatternOfAnotherFormIsNotGuessedAt() {
    for (String text :
        List.of(
            "[^2]\\d",
            "2+",
            "2*",
            "(?=2)\\d",
            "2.",
            "2\\D",
            "(2",
            "2)",
            "[2",
            "2{3",
            "2{3,}",
            "2{4,3}",
            "2??",
            "\\d\\b",
            "a",
            "2$")) {
      assertThrows(IllegalArgumentException.class, () -> NumberPattern.of(text), text);
    }
  }
}
