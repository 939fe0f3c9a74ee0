// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** Names one playing of prompts; becomes the ARI playback id. */
public record PlaybackId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
