// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import java.util.function.Consumer;
import org.ringmaster.core.codec.FactCodec;

/**
 * Folds the records of a state, in their order, into one number; two states that agree have the
 * same.
 */
final class StateHash implements Consumer<Record> {

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final FactCodec codec;
  private long value = MIX;
  private int count;

  StateHash(FactCodec codec) {
    this.codec = codec;
  }

  @Override
  public void accept(Record entity) {
    add(codec.hash(entity));
  }

  /** The next record is one whose own hash is known. */
  void add(long entityHash) {
    value = (Long.rotateLeft(value, 7) ^ entityHash) * MIX;
    count++;
  }

  /** How many records it has seen. */
  int count() {
    return count;
  }

  long value() {
    return value;
  }
}
