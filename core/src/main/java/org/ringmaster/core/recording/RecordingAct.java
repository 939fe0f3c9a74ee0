// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

/** What people can ask of the recording of a call. */
public enum RecordingAct {
  /** Record from here on. */
  START,
  /** Record no more. */
  STOP,
  /** Leave out what follows. */
  PAUSE,
  /** Record again what follows, whatever it was paused for. */
  RESUME,
  /** Leave out what follows, as digits of a card are taken. */
  CARD
}
