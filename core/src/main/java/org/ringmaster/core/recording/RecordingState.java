// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

/** How the recording of a call stands. */
public enum RecordingState {
  /** What is talked is recorded. */
  RUNNING,
  /** Somebody has paused it. */
  PAUSED,
  /** It is paused while digits of a card are taken. */
  SECURED,
  /** Somebody has stopped it. */
  STOPPED,
  /** The call is over. */
  OVER
}
