// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/** Names a touchpoint. */
public record TouchpointId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
