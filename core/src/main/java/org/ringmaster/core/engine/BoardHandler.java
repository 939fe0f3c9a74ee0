// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import com.lmax.disruptor.EventHandler;
import java.util.List;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Last stage of the ring: folds synced facts into the boards and makes the slot ready for the next
 * input. Behind the commands and not beside them: a caller who waits to be answered needs the core
 * more than a page does. Its thread is the board thread.
 */
final class BoardHandler implements EventHandler<Turn> {

  private static final Logger LOG = LoggerFactory.getLogger(BoardHandler.class);

  private final List<? extends Board> boards;

  BoardHandler(List<? extends Board> boards) {
    this.boards = List.copyOf(boards);
  }

  @Override
  public void onEvent(Turn turn, long sequence, boolean endOfBatch) {
    for (Board board : boards) {
      try {
        fold(board, turn, endOfBatch);
      } catch (RuntimeException e) {
        // A reading that fails must not stop calls; it can be had again from the facts.
        LOG.error("{} failed on input {}", board.getClass().getSimpleName(), turn.inputSequence, e);
      }
    }
    turn.clear();
  }

  private static void fold(Board board, Turn turn, boolean endOfBatch) {
    for (RecordedFact fact : turn.facts) {
      board.apply(fact.fact(), fact.envelope());
    }
    board.see(turn);
    if (endOfBatch) {
      board.publish();
    }
  }
}
