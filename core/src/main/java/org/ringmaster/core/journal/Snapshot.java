// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.util.List;

/**
 * The whole state after a fact.
 *
 * @param sequence the last fact it contains
 * @param stateHash the hash of the state, to be compared after it has been read back
 * @param entities the state, as records that the codec knows
 */
public record Snapshot(long sequence, long stateHash, List<Record> entities) {

  /** Takes a copy of the list. */
  public Snapshot {
    entities = List.copyOf(entities);
  }
}
