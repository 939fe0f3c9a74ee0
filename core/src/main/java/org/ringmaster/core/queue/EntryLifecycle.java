// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.ringmaster.core.kernel.StateTable;

/** The life of a queue entry as a table: it ends exactly once. */
public final class EntryLifecycle {

  /** From joining to the end. */
  public static final StateTable<EntryState> TABLE =
      new StateTable<>("queue entry", EntryState.WAITING)
          .arrow(EntryState.WAITING, QueueFact.EntryOffered.class, EntryState.OFFERED)
          .arrow(EntryState.WAITING, QueueFact.EntryAbandoned.class, EntryState.OVER)
          .arrow(EntryState.WAITING, QueueFact.EntryOverflowed.class, EntryState.OVER)
          .arrow(EntryState.OFFERED, QueueFact.EntryOffered.class, EntryState.OFFERED)
          .arrow(EntryState.OFFERED, QueueFact.EntryUnoffered.class, EntryState.WAITING)
          .arrow(EntryState.OFFERED, QueueFact.EntryConnected.class, EntryState.CONNECTED)
          .arrow(EntryState.OFFERED, QueueFact.EntryAbandoned.class, EntryState.OVER)
          .arrow(EntryState.OFFERED, QueueFact.EntryOverflowed.class, EntryState.OVER)
          .arrow(EntryState.CONNECTED, QueueFact.EntryReturned.class, EntryState.WAITING)
          .arrow(EntryState.CONNECTED, QueueFact.EntryCompleted.class, EntryState.OVER);

  private EntryLifecycle() {}
}
