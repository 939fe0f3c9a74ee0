// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Personal;

/**
 * An agent, as configured.
 *
 * @param name for people to read; null where none is given
 * @param number what the agent types to sign in from a telephone that is not theirs
 * @param telephone the telephone they sign in on unless they name another
 * @param skills what they can do, and how well
 */
public record AgentProfile(
    AgentId id,
    @Nullable Personal name,
    String number,
    @Nullable TelephoneId telephone,
    List<SkillLevel> skills) {

  /** Takes a copy of the list. */
  public AgentProfile {
    skills = List.copyOf(skills);
  }

  /** An agent without skills. */
  public AgentProfile(
      AgentId id, @Nullable Personal name, String number, @Nullable TelephoneId telephone) {
    this(id, name, number, telephone, List.of());
  }
}
