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

  StateHash(FactCodec codec) {
    this.codec = codec;
  }

  @Override
  public void accept(Record entity) {
    value = (Long.rotateLeft(value, 7) ^ codec.hash(entity)) * MIX;
  }

  long value() {
    return value;
  }
}
