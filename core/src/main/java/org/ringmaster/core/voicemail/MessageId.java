// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.voicemail;

/** Names a message that a caller leaves, or is about to. */
public record MessageId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
