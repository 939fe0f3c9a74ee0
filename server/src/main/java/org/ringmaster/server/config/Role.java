// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

/** What a user may do; each may do what those before it may. */
public enum Role {
  /** Looks. */
  VIEWER,
  /** Signs in and pauses, for themselves. */
  AGENT,
  /** Does so for others. */
  SUPERVISOR,
  /** Reloads the configuration too. */
  ADMIN
}
