// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/**
 * Names one address that is a customer's: a digest of its kind and normal form, never the address.
 */
public record IdentityId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
