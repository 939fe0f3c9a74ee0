// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.kernel.Turn;

/**
 * A live reading: a fold of the facts and nothing else. All methods here are called on the board
 * thread; what a board offers to readers is made of immutable rows that any thread may take.
 */
public interface Board extends Fold {

  /**
   * Shows a live turn, after all its facts have been applied and synced. Not called on replay, so
   * nothing that a board must know may come from here alone. The turn may not be kept.
   */
  default void see(Turn turn) {}

  /**
   * Makes what was applied since the last time visible to readers. Called at the end of a batch,
   * and once after a replay.
   */
  default void publish() {}
}
