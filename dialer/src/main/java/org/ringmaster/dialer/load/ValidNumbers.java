// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import com.google.i18n.phonenumbers.metadata.source.MetadataSource;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which national numbers of one country the library calls valid. It would run some ten patterns on
 * each number; here the same patterns are followed all at once, digit by digit, from state to
 * state. A state is made when a number first comes to it; all countries together have some twenty
 * thousand, of some hundred bytes. For one thread.
 */
final class ValidNumbers {

  /** The state in which nothing was read. */
  static final int FIRST = 1;

  /** The state from which no further digits lead to a valid number. */
  static final int DEAD = 0;

  private static final MetadataSource SOURCE =
      DefaultMetadataDependenciesProvider.getInstance().getPhoneNumberMetadataSource();
  private static final String NO_REGION = PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY;
  private static final int DIGITS = 10;
  private static final int NOT_ASKED = -1;
  private static final int ANY_LENGTH = -1;
  private static final int FIRST_ROOM = 64;

  private final PatternSteps steps = new PatternSteps();
  private final List<Region> regions = new ArrayList<>();
  private final List<int[]> standing = new ArrayList<>();
  private final Map<IntBuffer, Integer> places = new HashMap<>();
  private int[] next = new int[FIRST_ROOM * DIGITS];
  private int[] lengths = new int[FIRST_ROOM];

  /** A kind of numbers: the end of its pattern, and the lengths it has, one bit for each. */
  private record Kind(int end, int lengths) {
    int in(int[] standing) {
      return PatternSteps.has(standing, end) ? lengths : 0;
    }
  }

  /**
   * A region of the country.
   *
   * @param beginning the end of the pattern with which its numbers begin; negative: they have none
   */
  private record Region(int beginning, Kind general, List<Kind> kinds) {

    /** With which lengths a number that stands so is one of the region's. */
    int lengths(int[] standing) {
      int any = 0;
      for (Kind kind : kinds) {
        any |= kind.in(standing);
      }
      return any & general.in(standing);
    }
  }

  private ValidNumbers(int country, List<String> codes) {
    for (String code : codes) {
      PhoneMetadata region =
          code.equals(NO_REGION)
              ? SOURCE.getMetadataForNonGeographicalRegion(country)
              : SOURCE.getMetadataForRegion(code);
      if (region == null || region.getCountryCode() != country) {
        throw new IllegalArgumentException("the library has no patterns of " + code);
      }
      regions.add(region(region, codes.size() > 1));
    }
    state(new int[0]);
    state(steps.start());
  }

  /**
   * The numbers of a country; null where its patterns are of another form than known here, or the
   * library does not give them.
   */
  static @Nullable ValidNumbers of(int country) {
    try {
      return new ValidNumbers(
          country, PhoneNumberUtil.getInstance().getRegionCodesForCountryCode(country));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return null;
    }
  }

  private Region region(PhoneMetadata region, boolean isOneOfSeveral) {
    boolean hasBeginning = isOneOfSeveral && region.hasLeadingDigits();
    boolean hasMobile = !region.getSameMobileAndFixedLinePattern();
    return new Region(
        hasBeginning ? steps.beginning(NumberPattern.of(region.getLeadingDigits())) : -1,
        kind(region.getGeneralDesc()),
        Stream.of(
                region.getPremiumRate(),
                region.getTollFree(),
                region.getSharedCost(),
                region.getVoip(),
                region.getPersonalNumber(),
                region.getPager(),
                region.getUan(),
                region.getVoicemail(),
                region.getFixedLine(),
                hasMobile ? region.getMobile() : region.getFixedLine())
            .map(this::kind)
            .toList());
  }

  private Kind kind(PhoneNumberDesc known) {
    String pattern = known.getNationalNumberPattern();
    if (pattern.isEmpty()) {
      return new Kind(-1, 0); // There are none of the kind.
    }
    int lengths = known.getPossibleLengthCount() == 0 ? ANY_LENGTH : 0;
    for (int length : known.getPossibleLengthList()) {
      lengths |= length > 0 ? 1 << length : 0;
    }
    return new Kind(steps.whole(NumberPattern.of(pattern)), lengths);
  }

  /** Whether the digits from one place to before another are a number of the country. */
  boolean has(char[] digits, int from, int to) {
    int state = FIRST;
    for (int i = from; i < to && state != DEAD; i++) {
      state = after(state, digits[i] - '0');
    }
    return isValid(state, to - from);
  }

  /** Whether a number of a length that ends in a state is valid. */
  boolean isValid(int state, int length) {
    return (lengths[state] >>> length & 1) != 0;
  }

  /** The state to which a digit leads. */
  int after(int state, int digit) {
    int at = state * DIGITS + digit;
    if (next[at] == NOT_ASKED) {
      int reached = state(steps.after(standing.get(state), digit));
      next[at] = reached; // Not at once: the array may just have grown.
    }
    return next[at];
  }

  private int state(int[] stands) {
    IntBuffer key = IntBuffer.wrap(stands);
    Integer known = places.get(key);
    if (known != null) {
      return known;
    }
    int state = standing.size();
    places.put(key, state);
    standing.add(stands);
    if (state == lengths.length) {
      lengths = Arrays.copyOf(lengths, state * 2);
      next = Arrays.copyOf(next, state * 2 * DIGITS);
    }
    lengths[state] = lengthsOf(stands);
    Arrays.fill(next, state * DIGITS, (state + 1) * DIGITS, NOT_ASKED);
    return state;
  }

  /**
   * With which lengths a number that stands so is valid. The region is found first: the first whose
   * beginning it has, or for those without one, of whose kinds it is; no other is asked then.
   */
  private int lengthsOf(int[] stands) {
    int valid = 0;
    int open = ANY_LENGTH;
    for (Region region : regions) {
      int here = region.lengths(stands);
      if (region.beginning() < 0) {
        valid |= open & here;
        open &= ~here;
      } else if (PatternSteps.has(stands, region.beginning())) {
        return valid | open & here;
      }
    }
    return valid;
  }
}
