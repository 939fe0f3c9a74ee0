// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

/** One contestant's part of a round. */
@FunctionalInterface
public interface Turn {
  /**
   * Measures once. Must end by itself; it is interrupted where it does not.
   *
   * @throws Exception where it could not be measured: the whole bench ends
   */
  Figures take() throws Exception;
}
