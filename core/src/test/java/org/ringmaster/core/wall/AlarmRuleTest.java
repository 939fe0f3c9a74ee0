// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class AlarmRuleTest {

  private static final Thresholds LIMITS = new Thresholds(5, 10, 20_000, 60_000, 80, 80, 60);
  private static final long SECOND = 1_000_000;

  private Alarm alarm = Alarm.NONE;
  private long nowMicros = 1_000 * SECOND;

  private AlarmLevel look(int waiting, long longestSeconds, long counted, double level) {
    nowMicros += SECOND;
    alarm =
        AlarmRule.next(
            alarm,
            new AlarmRule.Figures(waiting, longestSeconds * 1_000, counted, level),
            LIMITS,
            nowMicros);
    return alarm.level();
  }

  private void pass(long seconds) {
    nowMicros += seconds * SECOND;
  }

  @Test
  void aQueueTurnsAmberAndRedAtTheThresholdAndSaysWhy() {
    assertEquals(AlarmLevel.CALM, look(4, 19, 0, 1));
    assertNull(alarm.cause());
    assertEquals(AlarmLevel.AMBER, look(5, 19, 0, 1));
    assertEquals(AlarmCause.WAITING, alarm.cause());
    assertEquals(AlarmLevel.RED, look(5, 60, 0, 1));
    assertEquals(AlarmCause.LONGEST_WAIT, alarm.cause());
    assertEquals(nowMicros, alarm.sinceMicros());
  }

  @Test
  void oneOnTheEdgeDoesNotFlicker() {
    look(10, 0, 0, 1);
    long since = alarm.sinceMicros();
    for (int i = 0; i < 20; i++) {
      pass(10);
      assertEquals(AlarmLevel.RED, look(i % 2 == 0 ? 8 : 11, 0, 0, 1));
    }
    assertEquals(since, alarm.sinceMicros());
    assertEquals(AlarmLevel.AMBER, look(7, 0, 0, 1));
    pass(10);
    assertEquals(AlarmLevel.AMBER, look(4, 0, 0, 1));
    pass(10);
    assertEquals(AlarmLevel.CALM, look(3, 0, 0, 1));
  }

  @Test
  void anAlarmStandsTenSecondsEvenWhereAllIsWellAgain() {
    look(10, 0, 0, 1);
    pass(8);
    assertEquals(AlarmLevel.RED, look(0, 0, 0, 1));
    assertEquals(AlarmLevel.CALM, look(0, 0, 0, 1));
  }

  @Test
  void aServiceLevelOfAHandfulOfCallersSaysNothing() {
    assertEquals(AlarmLevel.CALM, look(0, 0, 9, 0.0));
    assertEquals(AlarmLevel.RED, look(0, 0, 10, 0.59));
    pass(10);
    assertEquals(AlarmLevel.RED, look(0, 0, 10, 0.61));
    assertEquals(AlarmLevel.AMBER, look(0, 0, 10, 0.63));
    assertEquals(AlarmCause.SERVICE_LEVEL, alarm.cause());
    pass(10);
    assertEquals(AlarmLevel.AMBER, look(0, 0, 10, 0.81));
    assertEquals(AlarmLevel.CALM, look(0, 0, 10, 0.83));
  }

  @Test
  void aThresholdOfNoughtIsNone() {
    Thresholds none = new Thresholds(0, 0, 0, 0, 80, 0, 0);
    AlarmRule.Figures bad = new AlarmRule.Figures(99, 9_999_999, 500, 0);
    assertEquals(AlarmLevel.CALM, AlarmRule.next(Alarm.NONE, bad, none, nowMicros).level());
  }
}
