// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a queue stands beside its thresholds.
 *
 * @param levels how bad for each cause; a cause that is not there is calm
 * @param sinceMicros since when the worst of them is what it is, epoch microseconds
 */
public record Alarm(Map<AlarmCause, AlarmLevel> levels, long sinceMicros) {

  /** All is as it should be. */
  public static final Alarm NONE = new Alarm(Map.of(), 0);

  /** Takes a copy of the levels. */
  public Alarm {
    levels = Map.copyOf(levels);
  }

  /** How bad for one cause. */
  public AlarmLevel of(AlarmCause cause) {
    return levels.getOrDefault(cause, AlarmLevel.CALM);
  }

  /** The worst of all. */
  public AlarmLevel level() {
    AlarmLevel worst = AlarmLevel.CALM;
    for (AlarmLevel level : levels.values()) {
      worst = level.compareTo(worst) > 0 ? level : worst;
    }
    return worst;
  }

  /** The first of the worst causes; null where all is calm. */
  public @Nullable AlarmCause cause() {
    AlarmLevel worst = level();
    for (AlarmCause cause : AlarmCause.values()) {
      if (worst != AlarmLevel.CALM && of(cause) == worst) {
        return cause;
      }
    }
    return null;
  }
}
