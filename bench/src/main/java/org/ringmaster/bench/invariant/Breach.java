// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

/**
 * An invariant that does not hold.
 *
 * @param sentence what should hold
 * @param sequence the last fact before it was found out
 * @param how what is so instead
 */
public record Breach(String sentence, long sequence, String how) {
  @Override
  public String toString() {
    return "at fact " + sequence + ": " + sentence + " BROKEN: " + how;
  }
}
