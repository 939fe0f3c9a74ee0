// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/** Names one offer. */
public record OfferId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
