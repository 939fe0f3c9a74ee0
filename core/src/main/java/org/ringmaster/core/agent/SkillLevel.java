// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/**
 * How well an agent has a skill.
 *
 * @param level from 1, a little, to {@value #HIGHEST}, perfectly
 */
public record SkillLevel(Skill skill, int level) {
  /** The highest level there is. */
  public static final int HIGHEST = 10;
}
