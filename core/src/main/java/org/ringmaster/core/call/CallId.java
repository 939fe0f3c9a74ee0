// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** Names one call. */
public record CallId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
