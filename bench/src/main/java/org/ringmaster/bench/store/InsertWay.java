// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

/** How a peer inserts. */
enum InsertWay {
  /** One statement for each row, one commit for each fact. */
  NAIVE("row by row", 1),
  /** The driver's batches, many facts in one commit. */
  BATCH("batch", 5_000),
  /** The same, whose batches the driver rewrites as inserts of many rows. */
  REWRITTEN("rewritten batch", 5_000);

  private final String shown;
  private final int factsPerCommit;

  InsertWay(String shown, int factsPerCommit) {
    this.shown = shown;
    this.factsPerCommit = factsPerCommit;
  }

  int factsPerCommit() {
    return factsPerCommit;
  }

  /** As the page of numbers calls it. */
  @Override
  public String toString() {
    return shown;
  }
}
