// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** What a bridge is for. */
public enum BridgeKind {
  /** Those in it hear each other. */
  TALK,
  /** Those in it wait and hear music, not each other. */
  WAITING_ROOM,
  /** Open telephones of free agents rest in it, in silence. */
  AGENT_ROOM,
  /** A supervisor and the leg by which they hear a talk, beside it. */
  ASIDE;

  /** Whether those in it hear each other, rather than music or nothing. */
  public boolean mixes() {
    return this == TALK || this == ASIDE;
  }
}
