// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/**
 * How long customers at rest are remembered.
 *
 * @param millis so long
 */
public record Memory(long millis) {

  /** Until a configuration says otherwise: a year. */
  public static final Memory USUAL = new Memory(365L * 24 * 3_600_000);
}
