// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ringmaster.dialer.list.RejectKind;

/** The short way to a number must lead where the library's does. */
class NumberReaderTest {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final int TRIES = 40;

  private final List<String> others = new ArrayList<>();
  private long plain;
  private long all;

  @Test
  void whatIsReadAsItStandsIsWhatTheLibraryReads() {
    Random random = new Random(20261127);
    for (String region : NumberReader.regions()) {
      NumberReader reader = new NumberReader(region, true);
      for (PhoneNumberType type : PhoneNumberType.values()) {
        PhoneNumber example = NUMBERS.getExampleNumberForType(region, type);
        for (int i = 0; example != null && i < TRIES; i++) {
          PhoneNumber changed = changed(example, random);
          compare(region, reader, "+" + changed.getCountryCode() + changed.getNationalNumber());
          compare(region, reader, "0" + changed.getNationalNumber());
          compare(region, reader, NUMBERS.format(changed, PhoneNumberFormat.INTERNATIONAL));
          compare(region, reader, NUMBERS.format(changed, PhoneNumberFormat.NATIONAL));
        }
      }
    }
    assertEquals(List.of(), others);
    assertTrue(plain > all / 4, plain + " of " + all + " were read the short way");
  }

  @Test
  void noCountrysCodeBeginsWithZero() {
    for (String text : List.of("+0151 23456789", "+015123456789", "00 0151 23456789")) {
      assertFalse(new NumberReader("DE", false).read(text), text);
    }
  }

  @Test
  void whatASpreadsheetHasDestroyedIsSeenInEachOfItsForms() {
    for (String text :
        List.of("4.93091E+11", "4,93091e11", "493E9", "49309018.0", "49309018,00", "####")) {
      NumberReader reader = new NumberReader("DE", false);
      assertFalse(reader.read(text), text);
      assertEquals(RejectKind.SPREADSHEET_DAMAGE, reader.kind(), text);
    }
  }

  @Test
  void wordsAfterANumberAreNoPartOfIt() {
    for (String text : List.of("030 123456 privat", "030 901820 ab", "+49 30 901820 Eva")) {
      NumberReader reader = new NumberReader("DE", false);
      assertFalse(reader.read(text), text);
      assertEquals(RejectKind.NOT_A_NUMBER, reader.kind(), text);
    }
    assertTrue(new NumberReader("DE", false).read("Tel. 030 901820"));
    assertFalse(new NumberReader("US", false).read("212 555 0123 ab"));
    NumberReader vanity = new NumberReader("US", false);
    assertTrue(vanity.read("1-800-FLOWERS"), vanity.reason());
    assertEquals(18003569377L, vanity.number());
  }

  /** The example with some of its digits, and now and then their number, drawn anew. */
  private static PhoneNumber changed(PhoneNumber example, Random random) {
    char[] digits = Long.toString(example.getNationalNumber()).toCharArray();
    for (int i = random.nextInt(4); i > 0; i--) {
      digits[random.nextInt(digits.length)] = (char) ('0' + random.nextInt(10));
    }
    String text = new String(digits) + (random.nextInt(10) == 0 ? random.nextInt(100) : "");
    return new PhoneNumber()
        .mergeFrom(example)
        .setNationalNumber(Long.parseLong(text.length() > 15 ? text.substring(0, 15) : text));
  }

  private void compare(String region, NumberReader reader, String text) {
    all++;
    if (reader.readPlain(text)) {
      plain++;
      long number = reader.number();
      boolean same = reader.readByLibrary(text) && reader.number() == number;
      if (!same) {
        others.add(region + " " + text + ": " + reader.reason());
      }
    }
  }
}
