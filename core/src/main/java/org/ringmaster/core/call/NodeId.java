// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** Names one Asterisk, as the configuration and its {@code systemname} do. */
public record NodeId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
