// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/** What is known of an agent's voice in one talk. */
public enum Speech {
  /** Sound began to arrive from the telephone; it may still be no more than a click. */
  SOUND,
  /** That sound was too short for a word. */
  QUIET,
  /** The agent was heard to speak. */
  HEARD,
  /** The talk is over, and nobody was heard to speak at the agent's end. */
  SILENT,
  /** The node could not listen, or could not tell: the talk says nothing of the agent. */
  UNKNOWN;

  /** Whether it says for the whole talk if anybody was there. */
  boolean isVerdict() {
    return this == HEARD || this == SILENT;
  }
}
