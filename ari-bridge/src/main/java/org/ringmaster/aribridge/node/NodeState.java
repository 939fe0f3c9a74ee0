// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

/** What our side of a node is doing. */
public enum NodeState {
  /** No event socket; it is being opened. */
  DOWN,
  /** The event socket is up; the node has not told about itself yet. */
  CONNECTING,
  /** Events flow and commands leave. */
  UP,
  /** Another instance has taken the node over: nothing leaves any more. */
  FENCED,
  /** Closed by us. */
  CLOSED
}
