// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/** Names a customer: a person or household. */
public record CustomerId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
