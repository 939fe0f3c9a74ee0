// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

/** What a supervisor does at a talk. */
public enum SupervisionMode {
  /** Hears both, and is heard by nobody. */
  LISTEN,
  /** Hears both, and is heard by the agent alone. */
  WHISPER,
  /** Hears both, and is heard by both. */
  BARGE,
  /** Talks with the customer in the agent's place. */
  TAKE_OVER;

  /** Whether the supervisor is heard. */
  boolean speaks() {
    return this != LISTEN;
  }
}
