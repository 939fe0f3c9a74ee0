// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

/** Why a supervisor's attendance ended. */
public enum SupervisionEnd {
  /** The supervisor hung up, or asked for it. */
  SUPERVISOR,
  /** The supervisor's telephone was not answered. */
  NOT_ANSWERED,
  /** The agent's part in the talk is over. */
  TALK_OVER,
  /** A leg was lost, or could not be made. */
  LOST
}
