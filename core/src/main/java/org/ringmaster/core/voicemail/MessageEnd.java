// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.voicemail;

/** Why nothing was left, or why a message is gone. */
public enum MessageEnd {
  /** The caller hung up before they could speak. */
  HUNG_UP,
  /** What they said was too short to be anything. */
  TOO_SHORT,
  /** It could not be recorded. */
  FAILED,
  /** Somebody deleted it. */
  DELETED,
  /** It was kept as long as the queue keeps messages. */
  EXPIRED,
  /** Its node has lost what was recorded. */
  LOST
}
