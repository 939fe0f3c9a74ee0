// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** Whose connection a leg is. */
public enum LegRole {
  /** Somebody outside who rang us, or whom we rang. */
  CALLER,
  /** A telephone that rings, or rang, for one offer to its agent. */
  AGENT,
  /** An agent's open telephone: up from sign-in to sign-out. */
  STANDING,
  /** A telephone of ours that dialled us, say a star code. */
  TELEPHONE,
  /** An outside number that a caller is passed on to. */
  FORWARD,
  /** A supervisor's telephone, rung so that they can hear a talk. */
  SUPERVISOR,
  /** By which a supervisor hears another leg, and speaks to it: nobody's own connection. */
  SNOOP
}
