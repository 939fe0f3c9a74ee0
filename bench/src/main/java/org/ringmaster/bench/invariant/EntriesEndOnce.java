// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;

/** A caller waits in one place at a time, and every wait ends in one way. */
final class EntriesEndOnce implements Invariant {
  private final Map<EntryId, CallId> live = new HashMap<>();
  private final Map<CallId, EntryId> waiting = new HashMap<>();

  @Override
  public String sentence() {
    return "Every queue entry ends once, and a call has one at a time.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    return switch (fact.fact()) {
      case QueueFact.EntryJoined f -> {
        CallId before = live.put(f.entry(), f.call());
        EntryId other = waiting.put(f.call(), f.entry());
        yield before == null && other == null
            ? null
            : f.call() + " joins as " + f.entry() + " and waits as " + other;
      }
      case QueueFact.EntryOffered f -> lives(f.entry(), "is offered");
      case QueueFact.EntryConnected f -> lives(f.entry(), "gets an agent");
      case QueueFact.EntryReturned f -> lives(f.entry(), "waits again");
      case QueueFact.EntryCompleted f -> ends(f.entry());
      case QueueFact.EntryAbandoned f -> ends(f.entry());
      case QueueFact.EntryOverflowed f -> ends(f.entry());
      default -> null;
    };
  }

  private @Nullable String lives(EntryId entry, String does) {
    return live.containsKey(entry) ? null : entry + " " + does + " and is over";
  }

  private @Nullable String ends(EntryId entry) {
    CallId call = live.remove(entry);
    if (call == null) {
      return entry + " ends and is over already";
    }
    waiting.remove(call, entry);
    return null;
  }

  @Override
  public @Nullable String brokenInTheEnd() {
    return live.isEmpty() ? null : "entries that never ended: " + live.keySet();
  }
}
