// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

  private static final long HOUR = TimeUnit.HOURS.toMicros(1);
  private static final long SECOND = 1_000_000;

  private long wallMicros = 1_700_000_000_000_000L;
  private long nanos = -77;
  private final SteadyClock clock = new SteadyClock(() -> wallMicros, () -> nanos);

  @Test
  void whereNobodySetsTheMachinesClockItIsThatClock() {
    pass(SECOND);
    assertEquals(wallMicros, clock.micros());
    pass(1);
    assertEquals(wallMicros, clock.micros());
    assertEquals(0, clock.aheadMicros());
  }

  @Test
  void aClockThatIsSetBackNeitherStopsItNorTakesItBack() {
    long before = clock.micros();
    wallMicros -= HOUR;

    pass(20 * SECOND);

    long passed = clock.micros() - before;
    assertTrue(passed <= 20 * SECOND, () -> passed + " us");
    assertTrue(passed >= 19 * SECOND + 800_000, () -> passed + " us");
  }

  @Test
  void itComesBackToTheMachinesClockByGoingSlower() {
    clock.micros();
    wallMicros -= SECOND;

    for (int second = 0; second < 99; second++) {
      long before = clock.micros();
      pass(SECOND);
      assertEquals(before + 990_000, clock.micros());
    }
    assertEquals(10_000, clock.aheadMicros());
    pass(2 * SECOND);
    assertEquals(wallMicros, clock.micros());
  }

  @Test
  void readManyTimesItIsNoSlower() {
    long before = clock.micros();
    wallMicros -= HOUR;

    for (int i = 0; i < 1_000_000; i++) {
      pass(1);
      clock.micros();
    }

    assertEquals(990_000, clock.micros() - before);
  }

  @Test
  void aClockThatIsSetAheadOrAMachineThatSleptTakesItAlong() {
    clock.micros();
    wallMicros += HOUR;
    assertEquals(wallMicros, clock.micros());
  }

  @Test
  void itGoesOnFromWhereAnEarlierRunWas() {
    long earlier = wallMicros + HOUR;
    clock.notBefore(earlier);
    assertEquals(earlier, clock.micros());
    assertEquals(HOUR, clock.aheadMicros());

    pass(SECOND);
    assertEquals(earlier + 990_000, clock.micros());
    clock.notBefore(earlier);
    assertEquals(earlier + 990_000, clock.micros());
  }

  @Test
  void itTellsHowFarAheadItWasWhenItWasReadLast() {
    clock.micros();
    assertEquals(0, clock.lastAheadMicros());
    wallMicros -= HOUR;
    assertEquals(0, clock.lastAheadMicros());
    clock.micros();
    assertEquals(HOUR, clock.lastAheadMicros());
    wallMicros += 2 * HOUR;
    clock.micros();
    assertEquals(0, clock.lastAheadMicros());
  }

  private void pass(long micros) {
    wallMicros += micros;
    nanos += micros * 1_000;
  }
}
