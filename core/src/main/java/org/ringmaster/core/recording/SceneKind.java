// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

/** What kind of talk a part of a recording is of. */
public enum SceneKind {
  /** An agent and a customer. */
  TALK,
  /** An agent and whom they ask for advice, while the customer hears music. */
  CONSULT,
  /** All three. */
  CONFERENCE,
  /** A supervisor in the agent's place. */
  TAKEN_OVER
}
