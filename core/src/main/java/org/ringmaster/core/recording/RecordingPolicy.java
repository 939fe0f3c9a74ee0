// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

/** Which talks are recorded. */
public enum RecordingPolicy {
  /** None. */
  NEVER,
  /** Those for which somebody asks. */
  ON_DEMAND,
  /** All; they may be paused and stopped. */
  ALL,
  /** All, and nobody may pause or stop it but for the digits of a card. */
  FORCED;

  /** Whether it begins without being asked for. */
  boolean begins() {
    return this == ALL || this == FORCED;
  }
}
