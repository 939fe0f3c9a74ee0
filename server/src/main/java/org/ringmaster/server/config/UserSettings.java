// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;

/**
 * Who may open the pages.
 *
 * @param agent the agent this user is; null if none
 */
public record UserSettings(
    String name, Role role, PasswordHash password, @Nullable AgentId agent) {}
