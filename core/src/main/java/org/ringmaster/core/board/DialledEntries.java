// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ringmaster.core.call.Call;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueFact;

/**
 * Which of those who wait or talk we had dialled ourselves: callbacks and leads of campaigns. Keeps
 * nothing in a snapshot: it comes back from calls and entries. Owned by the board thread.
 */
final class DialledEntries {
  private final Set<CallId> calls = new HashSet<>();
  private final Set<EntryId> entries = new HashSet<>();

  /** Entries of a snapshot whose call has not been seen in it yet. */
  private final Map<CallId, EntryId> unknown = new HashMap<>();

  boolean has(EntryId entry) {
    return entries.contains(entry);
  }

  /** A call may be over before its entry is. */
  void apply(Fact fact) {
    switch (fact) {
      case CallFact.CallStarted f when f.direction() == Direction.OUTBOUND -> calls.add(f.call());
      case CallFact.CallEnded f -> calls.remove(f.call());
      case QueueFact.EntryJoined f when calls.contains(f.call()) -> entries.add(f.entry());
      default -> {}
    }
  }

  /** The entry is over. */
  void forget(EntryId entry) {
    entries.remove(entry);
  }

  void restore(Record entity) {
    switch (entity) {
      case Call it when it.direction() == Direction.OUTBOUND -> {
        calls.add(it.id());
        EntryId entry = unknown.remove(it.id());
        if (entry != null) {
          entries.add(entry);
        }
      }
      case QueueEntry it when calls.contains(it.call()) -> entries.add(it.id());
      case QueueEntry it -> unknown.put(it.call(), it.id());
      default -> {}
    }
  }
}
