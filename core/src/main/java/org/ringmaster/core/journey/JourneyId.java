// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/** Names a journey. */
public record JourneyId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
