// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

import java.util.List;
import org.ringmaster.core.agent.Skill;

/**
 * A skill that a queue's callers need or would like.
 *
 * @param level the level an agent must have at first; 0 where it is only preferred
 * @param preferred whether agents with more of it go before others
 * @param relaxed what suffices later, in the order of the wait
 */
public record SkillNeed(Skill skill, int level, boolean preferred, List<Relaxation> relaxed) {

  /** Takes a copy of the list. */
  public SkillNeed {
    relaxed = List.copyOf(relaxed);
  }

  /**
   * After a wait a lower level suffices.
   *
   * @param level 0: agents without the skill may answer too
   */
  public record Relaxation(long afterMillis, int level) {}

  /** The level that suffices after a wait. */
  public int levelAfter(long waitedMillis) {
    int needed = level;
    for (Relaxation step : relaxed) {
      if (waitedMillis >= step.afterMillis()) {
        needed = step.level();
      }
    }
    return needed;
  }
}
