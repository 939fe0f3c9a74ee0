// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/** Who ended a talk. */
public enum TalkEnd {
  /** The caller hung up. */
  CALLER,
  /** The agent hung up, or asked for it. */
  AGENT,
  /** Neither: a leg was lost. */
  LOST,
  /** The agent's leg ended before the two could hear each other. */
  UNHEARD,
  /** The agent handed the caller on, or parked them: the call goes on without the agent. */
  HANDED_ON
}
