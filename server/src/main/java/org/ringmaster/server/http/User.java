// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.server.config.PasswordHash;
import org.ringmaster.server.config.Role;

/**
 * Who asks.
 *
 * @param agent the agent this user is; null if none
 * @param password what holds now; null for one who has none
 */
public record User(
    String name, Role role, @Nullable AgentId agent, @Nullable PasswordHash password) {

  /** A user who is known by something else than a password. */
  public User(String name, Role role, @Nullable AgentId agent) {
    this(name, role, agent, null);
  }

  /** Whether this user may do what the role may. */
  public boolean may(Role needed) {
    return role.compareTo(needed) >= 0;
  }

  /** Whether this user may act for the agent. */
  public boolean mayActFor(AgentId who) {
    return may(Role.SUPERVISOR) || (may(Role.AGENT) && who.equals(agent));
  }
}
