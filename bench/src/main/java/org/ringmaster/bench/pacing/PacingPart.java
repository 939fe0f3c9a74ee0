// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.pacing;

/** What the bench {@code pacing} measures. */
enum PacingPart {
  /** Ours beside published pacers, each at its best, in the light world. */
  PACERS,
  /** Ours in the light world and through the whole kernel. */
  KERNEL,
  /** Ours beside the best that is possible without memory. */
  OPTIMUM
}
