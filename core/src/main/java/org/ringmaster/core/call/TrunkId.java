// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** Names a trunk, as the configuration does. */
public record TrunkId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
