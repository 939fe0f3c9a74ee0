// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

/**
 * Why an agent does not count when a queue asks whether anybody is there: the factors of {@code
 * joinempty} and {@code leavewhenempty} in queues.conf, by their names.
 */
public enum Emptiness {
  /** The agent is paused. */
  PAUSED,
  /** The agent's penalty is beyond what the caller may have now. */
  PENALTY,
  /** The agent is on a call. */
  INUSE,
  /** The agent is being rung. */
  RINGING,
  /** The agent's telephone cannot be reached, or its node is not connected. */
  UNAVAILABLE,
  /** The agent is signed in on a telephone that is no longer configured. */
  INVALID,
  /** Nothing is known of the agent's telephone. */
  UNKNOWN,
  /** The agent wraps up. */
  WRAPUP
}
