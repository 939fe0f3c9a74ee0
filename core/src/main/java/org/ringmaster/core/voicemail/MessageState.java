// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.voicemail;

/** What is being done about a message. */
public enum MessageState {
  /** The caller hears the greeting. */
  GREETED,
  /** The caller speaks and is recorded. */
  SPEAKING,
  /** It was left, and nobody has heard it. */
  NEW,
  /** Somebody has heard it. */
  HEARD,
  /** An agent has called the person back. */
  CALLED_BACK,
  /** It is done, deleted, or was never left. */
  OVER
}
