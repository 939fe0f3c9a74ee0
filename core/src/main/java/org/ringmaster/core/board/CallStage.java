// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

/** How far a call has come. */
public enum CallStage {
  /** It began; nothing has been decided for it. */
  STARTED,
  /** Waits in a queue; nobody is being rung. */
  WAITING,
  /** Waits in a queue, and at least one agent is being rung. */
  OFFERED,
  /** Talks with an agent. */
  TALKING,
  /** On hold: an agent has the call and does something else. */
  HELD,
  /** Handed on by an agent; nobody has taken it yet. */
  HANDED_ON,
  /** Parked by an agent; any agent may fetch it. */
  PARKED,
  /** With an outside number, to which an agent has handed it. */
  PASSED_ON,
  /** Waited too long and was sent on. */
  OVERFLOWED,
  /** Dialled what is closed or leads nowhere, and is told so. */
  TURNED,
  /** The talk is over; the last legs are going. */
  ENDING,
  /** Over. */
  ENDED
}
