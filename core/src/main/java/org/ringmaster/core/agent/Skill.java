// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/** Something an agent can do and a caller may need, by its configured name: a language, a topic. */
public record Skill(String value) {
  @Override
  public String toString() {
    return value;
  }
}
