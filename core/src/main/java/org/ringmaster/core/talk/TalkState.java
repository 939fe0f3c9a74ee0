// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

/** How far an agent's conversation with a customer has come. */
public enum TalkState {
  /** An agent calls out: their own telephone, then the number, is being rung. */
  DIALLING,
  /** Agent and customer hear each other. */
  TALKING,
  /** The customer hears music; the agent is on their own. */
  HELD,
  /** The customer hears music while the agent has somebody else rung. */
  ASKING,
  /** The customer hears music while the agent talks with somebody else. */
  CONSULTING,
  /** Agent and customer hear each other while somebody else hears music. */
  SWAPPED,
  /** All three hear each other. */
  TOGETHER,
  /** Handed on: the customer hears music until somebody takes them. */
  HANDED,
  /** Parked: the customer hears music until an agent fetches them. */
  PARKED,
  /** The customer talks with an outside number, without an agent. */
  PASSED,
  /** Over, or a queue's again. */
  OVER
}
