// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/** Names a handoff. */
public record HandoffId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
