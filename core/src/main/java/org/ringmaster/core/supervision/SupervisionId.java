// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

/** Names one supervisor's attendance at one talk. */
public record SupervisionId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
