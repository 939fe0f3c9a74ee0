// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

/** What a callback is waiting for. */
public enum CallbackState {
  /** For its place to come up. */
  WAITING,
  /** For the next try: the last one was in vain. */
  RESTING,
  /** An agent is rung for it, or waits for the customer to be dialled. */
  AGENT_RUNG,
  /** The customer is being dialled, or says that a person has answered. */
  DIALLING,
  /** The customer was reached and has the old place in the line, or an agent. */
  REACHED,
  /** The customer rang us again and waits on the line. */
  IN_PERSON,
  /** Over. */
  OVER
}
