// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

/** What one waiting contact is doing. */
public enum EntryState {
  /** Waits; nobody is being rung. */
  WAITING,
  /** Waits, and at least one agent is being rung. */
  OFFERED,
  /** Talks with an agent. */
  CONNECTED,
  /** Over. */
  OVER
}
