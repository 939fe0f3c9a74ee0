// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

/** How far a supervisor's attendance has come. */
public enum SupervisionState {
  /** The supervisor's telephone is being rung. */
  RINGING,
  /** They hear the talk. */
  LISTENING,
  /** They hear the talk and speak to the agent. */
  WHISPERING,
  /** They are in the talk. */
  BARGED,
  /** They have the customer; the agent's part is over. */
  TAKEN_OVER,
  /** It is over. */
  OVER
}
