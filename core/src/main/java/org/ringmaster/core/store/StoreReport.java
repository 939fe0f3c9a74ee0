// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;

/**
 * What a look through the store found.
 *
 * @param cell the cell looked at
 * @param facts how many facts there are
 * @param firstSequence the oldest of them, 0 where there is none
 * @param lastSequence the newest, 0 where there is none
 * @param checks how many checks were made
 * @param findings what is wrong; empty where all is well
 */
public record StoreReport(
    int cell,
    long facts,
    long firstSequence,
    long lastSequence,
    int checks,
    List<StoreFinding> findings) {

  /** Whether nothing is wrong. */
  public boolean clean() {
    return findings.isEmpty();
  }
}
