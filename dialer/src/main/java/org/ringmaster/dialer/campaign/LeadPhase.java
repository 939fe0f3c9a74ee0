// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** Where a lead stands in its campaign. */
public enum LeadPhase {
  /** Never dialled. */
  FRESH,
  /** Dialled before, and due again. */
  RESTING,
  /** On the line, or being dialled. */
  LIVE,
  /** Talked with an agent. */
  REACHED,
  /** Not dialled any more: tried often enough. */
  SPENT,
  /** Not dialled for as long as something forbids it. */
  FORBIDDEN
}
