// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

/** Names one loaded list. */
public record ListId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
