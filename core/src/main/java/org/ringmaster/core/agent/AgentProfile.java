// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.medium.Medium;

/**
 * An agent, as configured.
 *
 * @param name for people to read; null where none is given
 * @param number what the agent types to sign in from a telephone that is not theirs
 * @param telephone the telephone they sign in on unless they name another
 * @param skills what they can do, and how well
 * @param capacities how many contacts over which medium they may have at once; over one that is not
 *     named: one by voice, none by any other
 * @param wrapUpMillis how long they finish work after a talk, whatever its queue says; 0 as the
 *     queue says
 */
public record AgentProfile(
    AgentId id,
    @Nullable Personal name,
    String number,
    @Nullable TelephoneId telephone,
    List<SkillLevel> skills,
    List<Capacity> capacities,
    long wrapUpMillis) {

  /** Takes copies of the lists. */
  public AgentProfile {
    skills = List.copyOf(skills);
    capacities = List.copyOf(capacities);
  }

  /** An agent who finishes work for as long as their queues say. */
  public AgentProfile(
      AgentId id,
      @Nullable Personal name,
      String number,
      @Nullable TelephoneId telephone,
      List<SkillLevel> skills,
      List<Capacity> capacities) {
    this(id, name, number, telephone, skills, capacities, 0);
  }

  /** An agent for calls. */
  public AgentProfile(
      AgentId id,
      @Nullable Personal name,
      String number,
      @Nullable TelephoneId telephone,
      List<SkillLevel> skills) {
    this(id, name, number, telephone, skills, List.of());
  }

  /** An agent without skills. */
  public AgentProfile(
      AgentId id, @Nullable Personal name, String number, @Nullable TelephoneId telephone) {
    this(id, name, number, telephone, List.of());
  }

  /** How many contacts over a medium they may have at once. */
  public int capacityFor(Medium medium) {
    for (Capacity capacity : capacities) {
      if (capacity.medium() == medium) {
        return capacity.most();
      }
    }
    return medium == Medium.VOICE ? Capacity.MOST_BY_VOICE : 0;
  }
}
