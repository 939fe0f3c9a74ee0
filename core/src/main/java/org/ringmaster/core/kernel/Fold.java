// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

import java.util.function.Consumer;

/**
 * State that is a fold of the facts and nothing else: a decider's, a board's. What it knows can be
 * written as records and read back, which is all that a snapshot is.
 */
public interface Fold {

  /** Changes the state as the fact says. Facts that are not of interest are passed over. */
  void apply(Fact fact, Envelope envelope);

  /** Writes all it knows, in an order that depends on the facts alone. */
  void snapshot(Consumer<Record> out);

  /** Takes back one record written by {@link #snapshot}; records of others are passed over. */
  void restore(Record entity);
}
