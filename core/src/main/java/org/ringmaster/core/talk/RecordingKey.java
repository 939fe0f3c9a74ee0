// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

/** What an agent presses during a call about its recording. */
public enum RecordingKey {
  /** Records it, pauses that, goes on with it. */
  RECORD,
  /** Digits of a card are about to be taken, or have been. */
  CARD
}
