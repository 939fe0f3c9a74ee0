// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.people;

/** Who or what takes a call that goes out through a carrier. */
public enum CalleeKind {
  /** A person answers, talks and hangs up. */
  PERSON,
  /** A machine answers, greets and records. */
  MACHINE,
  /** It rings and nobody answers. */
  NOBODY,
  /** Busy: cause 17. */
  BUSY,
  /** No such number: cause 1. */
  DEAD,
  /** The network is full: cause 34. */
  CONGESTED,
  /** Nothing comes back from the carrier. */
  SILENT
}
