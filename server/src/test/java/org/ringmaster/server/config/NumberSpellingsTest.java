// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberSpellingsTest {
  private static final String BERLIN = "+493012345678";
  private static final Set<String> ALL =
      Set.of("+493012345678", "493012345678", "00493012345678", "03012345678", "3012345678");

  @Test
  void allSpellingsOfANumberLeadToEachOther() {
    for (String one : ALL) {
      assertEquals(Optional.of(BERLIN), NumberSpellings.international(one, "DE"), one);
      Set<String> others = new java.util.HashSet<>(ALL);
      others.remove(one);
      assertEquals(others, Set.copyOf(NumberSpellings.of(one, "DE")), one);
    }
  }

  @Test
  void withoutARegionOnlyPlusIsUnderstood() {
    assertEquals(List.of("493012345678", "00493012345678"), NumberSpellings.of(BERLIN, null));
    assertEquals(List.of(), NumberSpellings.of("493012345678", null));
  }

  @Test
  void everyRegionHasPrefixesOfItsOwn() {
    assertEquals(
        Set.of("12125550123", "01112125550123", "2125550123"),
        Set.copyOf(NumberSpellings.of("+12125550123", "US")));
    assertEquals(
        Set.of("390612345678", "00390612345678", "0612345678"),
        Set.copyOf(NumberSpellings.of("+390612345678", "IT")),
        "Italy keeps its 0");
    assertEquals(
        Set.of("442079460123", "00442079460123", "02079460123", "2079460123"),
        Set.copyOf(NumberSpellings.of("+442079460123", "GB")));
  }

  @Test
  void aNumberAbroadHasNoSpellingWithinTheCountry() {
    assertEquals(
        Set.of("12125550123", "0012125550123"),
        Set.copyOf(NumberSpellings.of("+12125550123", "DE")));
  }

  @Test
  void internalNumbersAndCodesHaveOneSpelling() {
    for (String number : List.of("100", "*11", "0", "#1", "110", "9999999999999999999999")) {
      assertEquals(List.of(), NumberSpellings.of(number, "DE"), number);
    }
  }
}
