// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/** Names an agent, as the configuration does. */
public record AgentId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
