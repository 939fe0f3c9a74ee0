// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

/**
 * How a length of time differed from contact to contact.
 *
 * @param p50Micros half were no longer, microseconds
 * @param p90Micros nine in ten were no longer, microseconds
 */
public record Spread(long p50Micros, long p90Micros) {

  /** Of nothing. */
  public static final Spread NONE = new Spread(0, 0);
}
