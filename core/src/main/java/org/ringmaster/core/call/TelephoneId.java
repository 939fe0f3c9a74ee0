// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** Names a telephone, as the configuration does. */
public record TelephoneId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
