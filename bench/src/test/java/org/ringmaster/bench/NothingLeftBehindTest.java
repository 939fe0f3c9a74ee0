// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.lab.Lab;

/** Comes last of its module (junit-platform.properties): what the tests before it left behind. */
@Tag("lab")
@Order(Integer.MAX_VALUE)
class NothingLeftBehindTest {

  @Test
  void noAsteriskOfTheLabsThatTheTestsStartedLives() {
    assertEquals(List.of(), Lab.leftBehind());
  }
}
