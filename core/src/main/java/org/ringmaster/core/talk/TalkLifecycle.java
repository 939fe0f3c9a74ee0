// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.ringmaster.core.kernel.StateTable;

/** The life of a conversation as a table. */
public final class TalkLifecycle {
  /** From the first thing that is done with it to its end. */
  public static final StateTable<TalkState> TABLE = table();

  private TalkLifecycle() {}

  private static StateTable<TalkState> table() {
    StateTable<TalkState> table = new StateTable<>("conversation", TalkState.TALKING);
    byAgents(table);
    withoutAgents(table);
    for (TalkState state : TalkState.values()) {
      if (state != TalkState.OVER) {
        table.arrow(state, TalkFact.Ended.class, TalkState.OVER);
      }
    }
    return table;
  }

  private static void byAgents(StateTable<TalkState> table) {
    table
        .arrow(TalkState.DIALLING, TalkFact.NumberRung.class, TalkState.DIALLING)
        .arrow(TalkState.DIALLING, TalkFact.NumberAnswered.class, TalkState.TALKING)
        .arrow(TalkState.TALKING, TalkFact.Held.class, TalkState.HELD)
        .arrow(TalkState.TALKING, TalkFact.ConsultBegan.class, TalkState.ASKING)
        .arrow(TalkState.TALKING, TalkFact.SentOn.class, TalkState.HANDED)
        .arrow(TalkState.TALKING, TalkFact.SentToQueue.class, TalkState.OVER)
        .arrow(TalkState.TALKING, TalkFact.Parked.class, TalkState.PARKED)
        .arrow(TalkState.HELD, TalkFact.Resumed.class, TalkState.TALKING)
        .arrow(TalkState.HELD, TalkFact.ConsultBegan.class, TalkState.ASKING)
        .arrow(TalkState.HELD, TalkFact.SentOn.class, TalkState.HANDED)
        .arrow(TalkState.HELD, TalkFact.SentToQueue.class, TalkState.OVER)
        .arrow(TalkState.HELD, TalkFact.Parked.class, TalkState.PARKED)
        .arrow(TalkState.ASKING, TalkFact.ConsultAnswered.class, TalkState.CONSULTING)
        .arrow(TalkState.ASKING, TalkFact.ConsultEnded.class, TalkState.HELD)
        .arrow(TalkState.ASKING, TalkFact.SentOn.class, TalkState.HANDED)
        .arrow(TalkState.CONSULTING, TalkFact.ConsultEnded.class, TalkState.HELD)
        .arrow(TalkState.CONSULTING, TalkFact.Swapped.class, TalkState.SWAPPED)
        .arrow(TalkState.CONSULTING, TalkFact.Joined.class, TalkState.TOGETHER)
        .arrow(TalkState.CONSULTING, TalkFact.GivenTo.class, TalkState.TALKING)
        .arrow(TalkState.CONSULTING, TalkFact.PassedOn.class, TalkState.PASSED)
        .arrow(TalkState.SWAPPED, TalkFact.ConsultEnded.class, TalkState.TALKING)
        .arrow(TalkState.SWAPPED, TalkFact.Swapped.class, TalkState.CONSULTING)
        .arrow(TalkState.SWAPPED, TalkFact.Joined.class, TalkState.TOGETHER)
        .arrow(TalkState.SWAPPED, TalkFact.GivenTo.class, TalkState.TALKING)
        .arrow(TalkState.SWAPPED, TalkFact.PassedOn.class, TalkState.PASSED)
        .arrow(TalkState.TOGETHER, TalkFact.ConsultEnded.class, TalkState.TALKING)
        .arrow(TalkState.TOGETHER, TalkFact.GivenTo.class, TalkState.TALKING)
        .arrow(TalkState.TOGETHER, TalkFact.PassedOn.class, TalkState.PASSED);
  }

  private static void withoutAgents(StateTable<TalkState> table) {
    table
        .arrow(TalkState.TALKING, TalkFact.SentBack.class, TalkState.OVER)
        .arrow(TalkState.HELD, TalkFact.SentBack.class, TalkState.OVER)
        .arrow(TalkState.ASKING, TalkFact.SentBack.class, TalkState.OVER)
        .arrow(TalkState.CONSULTING, TalkFact.SentBack.class, TalkState.OVER)
        .arrow(TalkState.SWAPPED, TalkFact.SentBack.class, TalkState.OVER)
        .arrow(TalkState.TOGETHER, TalkFact.SentBack.class, TalkState.OVER)
        .arrow(TalkState.HANDED, TalkFact.Taken.class, TalkState.TALKING)
        .arrow(TalkState.HANDED, TalkFact.PassedOn.class, TalkState.PASSED)
        .arrow(TalkState.HANDED, TalkFact.SentOn.class, TalkState.HANDED)
        .arrow(TalkState.HANDED, TalkFact.SentBack.class, TalkState.OVER)
        .arrow(TalkState.PARKED, TalkFact.SentOn.class, TalkState.HANDED)
        .arrow(TalkState.PARKED, TalkFact.SentBack.class, TalkState.OVER);
  }
}
