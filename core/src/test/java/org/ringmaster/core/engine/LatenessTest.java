// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatenessTest {
  private static final long MILLI = 1_000;
  private static final long SECOND = 1_000 * MILLI;

  private final Lateness lateness = new Lateness();
  private long now = 77 * SECOND;

  @Test
  void aNodeWhoseClockIsBehindTellsInTime() {
    for (int i = 0; i < 100; i++) {
      now += SECOND / 3;
      assertEquals(0, lateness.heard(now - 3_600 * SECOND - i % 7 * 30L * MILLI, now), "word " + i);
    }
  }

  @Test
  void whatTheNetworkHeldBackIsAsLateAsItWasHeld() {
    for (int i = 0; i < 50; i++) {
      now += SECOND / 3;
      assertEquals(0, lateness.heard(now - 900 * MILLI, now));
    }
    now += 4 * SECOND;
    assertEquals(4 * SECOND, lateness.heard(now - 900 * MILLI - 4 * SECOND, now));
    assertEquals(SECOND, lateness.heard(now - 900 * MILLI - SECOND, now));
    assertEquals(0, lateness.heard(now - 900 * MILLI, now));
  }

  @Test
  void aNodesClockThatIsSetBackIsForgivenAfterTwoWindows() {
    for (int i = 0; i < 50; i++) {
      now += SECOND / 3;
      lateness.heard(now, now);
    }
    long set = now;
    while (now - set < 2 * Lateness.WINDOW_MICROS) {
      now += SECOND / 3;
      lateness.heard(now - 900 * MILLI, now);
    }
    now += SECOND / 3;
    assertEquals(0, lateness.heard(now - 900 * MILLI, now));
  }

  @Test
  void whatWasSaidAfterALongSilenceIsMeasuredAnew() {
    lateness.heard(now, now);
    now += 61 * SECOND;
    assertEquals(0, lateness.heard(now - SECOND, now));
  }
}
