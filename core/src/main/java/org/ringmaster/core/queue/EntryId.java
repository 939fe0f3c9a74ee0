// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

/** Names one waiting contact of a queue. */
public record EntryId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
