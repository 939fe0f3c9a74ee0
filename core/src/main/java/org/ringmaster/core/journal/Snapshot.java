// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.util.List;

/**
 * The whole state after a fact.
 *
 * @param sequence the last fact it contains
 * @param stateHash the hash of the state, to be compared after it has been read back
 * @param entities the state, as records that the codec knows
 * @param schema the fingerprint of the schema that it was written by; 0 in those of versions that
 *     did not write it
 */
public record Snapshot(long sequence, long stateHash, List<Record> entities, long schema) {

  /** One that does not say by which schema. */
  public Snapshot(long sequence, long stateHash, List<Record> entities) {
    this(sequence, stateHash, entities, 0);
  }

  /** Takes a copy of the list. */
  public Snapshot {
    entities = List.copyOf(entities);
  }
}
