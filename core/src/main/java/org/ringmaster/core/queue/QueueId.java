// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

/** Names a queue, as the configuration does. */
public record QueueId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
