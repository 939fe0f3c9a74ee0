// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberZonesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  private final NumberZones zones = new NumberZones();

  @ParameterizedTest
  @ValueSource(
      longs = {
        12_125_550_100L, 13_125_550_100L, 18_005_550_100L, 4_930_123_456L, 390_612_345_678L,
        74_951_234_567L, 77_172_123_456L, 61_891_234_567L, 61_212_345_678L, 5_511_912_345_678L
      })
  void aNumberIsWhereTheLibraryFindsItThatParsesIt(long number) throws NumberParseException {
    List<ZoneId> all = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
    List<String> told =
        PhoneNumberToTimeZonesMapper.getInstance()
            .getTimeZonesForNumber(PhoneNumberUtil.getInstance().parse("+" + number, null));
    assertEquals(
        told.stream().sorted().toList(),
        zones.among(all, number).stream().map(ZoneId::getId).toList());
  }

  @Test
  void ofTheZonesOfALeadTheNumbersOwnIsTaken() {
    assertEquals(List.of(NEW_YORK), zones.among(List.of(CHICAGO, NEW_YORK), 12_125_550_100L));
  }

  @Test
  void aNumberThatTellsNothingOfThemLeavesThemAll() {
    assertEquals(
        List.of(CHICAGO, NEW_YORK), zones.among(List.of(CHICAGO, NEW_YORK), 4_930_123_456L));
    assertEquals(List.of(CHICAGO, NEW_YORK), zones.among(List.of(CHICAGO, NEW_YORK), 1));
  }
}
