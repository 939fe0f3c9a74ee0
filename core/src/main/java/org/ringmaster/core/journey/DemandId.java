// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/** Names a demand. */
public record DemandId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
