// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdShapeTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, l01-000000-0000000000",
    "7, 35, 9, l07-00000z-0000000009",
    "42, 1767225600, 42, l42-t85s00-0000000042",
    "99, 2176782335, 9999999999, l99-zzzzzz-9999999999",
    // Later than anybody will live, and still no two alike.
    "1, 2176782336, 12345678901, l01-1000000-12345678901"
  })
  void kindCellEpochAndNumberAreWrittenAtTheirWidths(int cell, long epoch, long number, String id) {
    assertEquals(id, IdShape.mint('l', cell, epoch, number));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 61_000_000, 2_176_782_335L})
  void anEpochIsReadBackFromAnId(long epoch) {
    String id = IdShape.mint('c', 3, epoch, 17);
    assertTrue(IdShape.isOurs(id));
    assertEquals(epoch, IdShape.epochOf(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "edge-1793599378.12", "1793599378.12", "l01-t3k9a2-000000004"})
  void whatAsteriskMintsIsNotOurs(String id) {
    assertFalse(IdShape.isOurs(id));
  }
}
