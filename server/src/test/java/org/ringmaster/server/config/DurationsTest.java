// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DurationsTest {

  @Test
  void seconds_need_no_unit_and_units_may_have_decimals() {
    assertEquals(20_000, Durations.millis("20"));
    assertEquals(500, Durations.millis("0.5"));
    assertEquals(1_250, Durations.millis("1.25s"));
    assertEquals(90_000, Durations.millis("1.5m"));
    assertEquals(7, Durations.millis("7ms"));
    assertEquals(7, Durations.millis("7.000ms"));
    assertEquals(36_500 * 86_400_000L, Durations.millis("36500d"));
  }

  @Test
  void what_is_no_whole_number_of_milliseconds_or_too_long_is_refused() {
    for (String text :
        new String[] {
          "0.5ms",
          "0.0001s",
          "99999999999999999999s",
          "9000000000000000d",
          "-1s",
          "1.s",
          ".5s",
          "1,5s",
          "0.1234567890123456789012345s",
          ""
        }) {
      assertThrows(IllegalArgumentException.class, () -> Durations.millis(text), text);
    }
  }
}
