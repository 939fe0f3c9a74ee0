// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

/** What {@code bench kernel} measures. */
enum KernelPart {
  /** Inputs through ring, kernel and synced journal. */
  INPUTS,
  /** Inputs of a day in the simulation. */
  SIMULATION,
  /** What a live call weighs. */
  MEMORY,
  /** Changes told to a thousand open wallboards. */
  FAN_OUT,
  /** From an input to the number on a wallboard. */
  FRESHNESS,
  /**
   * From an event at the socket to the request that answers it, without an Asterisk. Last, since
   * ari4java goes on connecting for as long as the process lives.
   */
  BRAIN
}
