// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

/** What {@code bench kernel} measures. */
enum KernelPart {
  /** Inputs through ring, kernel and synced journal. */
  INPUTS,
  /** From an event at the socket to the request that answers it, without an Asterisk. */
  BRAIN,
  /** What a live call weighs. */
  MEMORY,
  /** Changes told to a thousand open wallboards. */
  FAN_OUT,
  /** From an input to the number on a wallboard. */
  FRESHNESS
}
