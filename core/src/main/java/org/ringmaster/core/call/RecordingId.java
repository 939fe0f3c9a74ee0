// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** Names one recording; becomes its file name on the node. */
public record RecordingId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
