// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

/** Who is there first. */
public enum CallbackMode {
  /** The customer is dialled when their place comes up, and waits for the next agent. */
  CUSTOMER_FIRST,
  /** An agent is rung when the place comes up; when they are there, the customer is dialled. */
  AGENT_FIRST
}
