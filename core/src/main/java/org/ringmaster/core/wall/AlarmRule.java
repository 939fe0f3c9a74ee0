// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

import java.util.EnumMap;
import java.util.Map;

/**
 * From which figures on a queue is amber or red. A level comes at once and goes only when the
 * figure is a good way back and the level has stood for a while, so that a queue on the edge does
 * not flicker. Pure.
 */
public final class AlarmRule {

  /** A level stands at least so long before it falls, microseconds. */
  public static final long HOLD_MICROS = 10_000_000;

  /** Fewer callers than these say nothing about a service level. */
  public static final long LEAST_COUNTED = 10;

  /** A figure is back when it is below four fifths of its threshold. */
  private static final double BACK_SHARE = 0.8;

  /** A service level is back when it is two points above its threshold. */
  private static final double BACK_POINTS = 2;

  private AlarmRule() {}

  /**
   * What the rule looks at.
   *
   * @param waiting how many wait
   * @param longestWaitMillis how long the one waiting longest waits
   * @param counted how many callers the service level is counted of
   * @param serviceLevel the share answered in time, from 0 to 1
   */
  public record Figures(int waiting, long longestWaitMillis, long counted, double serviceLevel) {}

  /** The alarm that follows upon one, epoch microseconds. */
  public static Alarm next(Alarm before, Figures now, Thresholds limits, long nowMicros) {
    Map<AlarmCause, AlarmLevel> levels = new EnumMap<>(AlarmCause.class);
    put(
        levels,
        AlarmCause.WAITING,
        above(
            before.of(AlarmCause.WAITING),
            now.waiting(),
            limits.waitingAmber(),
            limits.waitingRed()));
    put(
        levels,
        AlarmCause.LONGEST_WAIT,
        above(
            before.of(AlarmCause.LONGEST_WAIT),
            now.longestWaitMillis(),
            limits.longestAmberMillis(),
            limits.longestRedMillis()));
    if (now.counted() >= LEAST_COUNTED) {
      AlarmLevel last = before.of(AlarmCause.SERVICE_LEVEL);
      double percent = now.serviceLevel() * 100;
      put(
          levels,
          AlarmCause.SERVICE_LEVEL,
          below(last, percent, limits.levelAmber(), limits.levelRed()));
    }
    Alarm next = new Alarm(levels, nowMicros);
    int change = next.level().compareTo(before.level());
    if (change < 0 && nowMicros - before.sinceMicros() < HOLD_MICROS) {
      return before;
    }
    return change == 0 ? new Alarm(levels, before.sinceMicros()) : next;
  }

  private static void put(Map<AlarmCause, AlarmLevel> levels, AlarmCause cause, AlarmLevel level) {
    if (level != AlarmLevel.CALM) {
      levels.put(cause, level);
    }
  }

  private static AlarmLevel above(AlarmLevel last, double value, long amber, long red) {
    if (red > 0 && value >= (last == AlarmLevel.RED ? red * BACK_SHARE : red)) {
      return AlarmLevel.RED;
    }
    boolean raised = last != AlarmLevel.CALM;
    return amber > 0 && value >= (raised ? amber * BACK_SHARE : amber)
        ? AlarmLevel.AMBER
        : AlarmLevel.CALM;
  }

  private static AlarmLevel below(AlarmLevel last, double value, long amber, long red) {
    if (red > 0 && value < (last == AlarmLevel.RED ? red + BACK_POINTS : red)) {
      return AlarmLevel.RED;
    }
    boolean raised = last != AlarmLevel.CALM;
    return amber > 0 && value < (raised ? amber + BACK_POINTS : amber)
        ? AlarmLevel.AMBER
        : AlarmLevel.CALM;
  }
}
