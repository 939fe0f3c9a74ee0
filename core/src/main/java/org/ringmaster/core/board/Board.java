// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.kernel.Turn;

/**
 * A live reading: a fold of the facts and nothing else. Owned by the board thread; what readers on
 * other threads get is made visible by {@link #publish}.
 */
public interface Board extends Fold {

  /** Looks at a whole turn, with its input, commands and latencies. Live only, never on replay. */
  default void see(Turn turn) {}

  /** A batch of turns is folded: make the reading visible to other threads. */
  default void publish() {}
}
