// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import org.ringmaster.core.kernel.StateTable;

/** The life of a call's recording as a table. */
public final class RecordingLifecycle {

  /** From its beginning to the end of the call. */
  public static final StateTable<RecordingState> TABLE = table();

  private RecordingLifecycle() {}

  private static StateTable<RecordingState> table() {
    StateTable<RecordingState> table =
        new StateTable<>("recording", RecordingState.RUNNING)
            .arrow(RecordingState.RUNNING, RecordingFact.Resumed.class, RecordingState.RUNNING)
            .arrow(RecordingState.RUNNING, RecordingFact.Paused.class, RecordingState.PAUSED)
            .arrow(RecordingState.RUNNING, RecordingFact.CardBegan.class, RecordingState.SECURED)
            .arrow(RecordingState.RUNNING, RecordingFact.Stopped.class, RecordingState.STOPPED)
            .arrow(RecordingState.PAUSED, RecordingFact.Resumed.class, RecordingState.RUNNING)
            .arrow(RecordingState.PAUSED, RecordingFact.CardBegan.class, RecordingState.SECURED)
            .arrow(RecordingState.PAUSED, RecordingFact.Stopped.class, RecordingState.STOPPED)
            .arrow(RecordingState.SECURED, RecordingFact.Resumed.class, RecordingState.RUNNING)
            .arrow(RecordingState.SECURED, RecordingFact.Paused.class, RecordingState.PAUSED)
            .arrow(RecordingState.STOPPED, RecordingFact.Resumed.class, RecordingState.RUNNING);
    for (RecordingState state : RecordingState.values()) {
      if (state != RecordingState.OVER) {
        table.arrow(state, RecordingFact.Ended.class, RecordingState.OVER);
      }
    }
    return table;
  }
}
