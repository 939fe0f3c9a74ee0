// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import org.ringmaster.core.codec.CodecRegistry;

/** The stable short names of this package's records in snapshots. Names never change. */
public final class BoardCodec {

  private BoardCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("state.board.queue-day", QueueDay.class)
        .add("state.board.call", CallRow.class)
        .add("state.board.queue-sample", QueueSample.class)
        .add("state.board.handling", HandleTimes.Handling.class)
        .add("state.board.history-due", HistoryBoard.Due.class)
        .add("state.board.consent-row", ConsentRow.class)
        .build();
  }
}
