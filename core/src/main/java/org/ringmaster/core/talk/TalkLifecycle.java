// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.ringmaster.core.kernel.StateTable;

/** The life of a conversation as a table. */
public final class TalkLifecycle {
  /** From the first thing that is done with it to its end. */
  public static final StateTable<TalkState> TABLE =
      new StateTable<>("conversation", TalkState.TALKING)
          .arrow(TalkState.TALKING, TalkFact.Held.class, TalkState.HELD)
          .arrow(TalkState.TALKING, TalkFact.SentToQueue.class, TalkState.OVER)
          .arrow(TalkState.TALKING, TalkFact.Ended.class, TalkState.OVER)
          .arrow(TalkState.HELD, TalkFact.Resumed.class, TalkState.TALKING)
          .arrow(TalkState.HELD, TalkFact.SentToQueue.class, TalkState.OVER)
          .arrow(TalkState.HELD, TalkFact.Ended.class, TalkState.OVER);

  private TalkLifecycle() {}
}
