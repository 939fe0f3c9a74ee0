// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.callback.NumberRule;

/**
 * How else a trunk may send a number of ours: trunks send {@code +4930123}, {@code 4930123}, {@code
 * 004930123}, {@code 030123} or {@code 30123} for one and the same. Worked out here, once, so that
 * the kernel only compares texts.
 */
final class NumberSpellings {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final String USUAL_PREFIX = "00";

  /** A number of another country than any region's but its own; only its prefix is looked at. */
  private static final List<PhoneNumber> FOREIGN = List.of(number(44), number(33));

  private NumberSpellings() {}

  /** All regions that are known, sorted. */
  static List<String> regions() {
    return NUMBERS.getSupportedRegions().stream().sorted().toList();
  }

  /**
   * The number as all the world writes it; empty where it is an internal one or not known to be
   * any.
   *
   * @param region where we are, such as {@code DE}; null: only a number with + is understood
   */
  static Optional<String> international(String number, @Nullable String region) {
    return parsed(number, region).map(found -> NUMBERS.format(found, PhoneNumberFormat.E164));
  }

  /** All other spellings of a number. */
  static List<String> of(String number, @Nullable String region) {
    Optional<PhoneNumber> parsed = parsed(number, region);
    if (parsed.isEmpty()) {
      return List.of();
    }
    PhoneNumber found = parsed.get();
    String international = NUMBERS.format(found, PhoneNumberFormat.E164);
    String digits = international.substring(1);
    Set<String> spellings = new LinkedHashSet<>(List.of(international, digits));
    spellings.add(prefix(region) + digits);
    if (region != null && NUMBERS.getCountryCodeForRegion(region) == found.getCountryCode()) {
      spellings.add(
          PhoneNumberUtil.normalizeDigitsOnly(NUMBERS.format(found, PhoneNumberFormat.NATIONAL)));
      spellings.add(NUMBERS.getNationalSignificantNumber(found));
    }
    spellings.remove(number);
    return List.copyOf(spellings);
  }

  /** How numbers are dialled in a region; null: nothing is known. */
  static NumberRule rule(@Nullable String region) {
    if (region == null) {
      return NumberRule.NONE;
    }
    String national = NUMBERS.getNddPrefixForRegion(region, true);
    return new NumberRule(
        Integer.toString(NUMBERS.getCountryCodeForRegion(region)),
        prefix(region),
        national == null ? "" : national);
  }

  private static Optional<PhoneNumber> parsed(String number, @Nullable String region) {
    boolean international = number.startsWith("+");
    if (!international && region == null) {
      return Optional.empty();
    }
    try {
      PhoneNumber found = NUMBERS.parse(number, region);
      // Without + it may be an internal number that only looks like one of the country.
      return international || NUMBERS.isValidNumber(found) ? Optional.of(found) : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** What is dialled in a region before the number of another country. */
  private static String prefix(@Nullable String region) {
    if (region == null) {
      return USUAL_PREFIX;
    }
    int here = NUMBERS.getCountryCodeForRegion(region);
    PhoneNumber foreign = FOREIGN.get(FOREIGN.getFirst().getCountryCode() == here ? 1 : 0);
    String dialled =
        PhoneNumberUtil.normalizeDigitsOnly(
            NUMBERS.formatOutOfCountryCallingNumber(foreign, region));
    int end =
        dialled.lastIndexOf(foreign.getCountryCode() + Long.toString(foreign.getNationalNumber()));
    return end > 0 ? dialled.substring(0, end) : USUAL_PREFIX;
  }

  private static PhoneNumber number(int country) {
    return new PhoneNumber().setCountryCode(country).setNationalNumber(1_234_567_890L);
  }
}
