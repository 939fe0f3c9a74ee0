// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;

/** A caller who lost the agent before the two heard each other may be answered again. */
final class OneAnswerACaller implements Invariant {
  private final Map<CallId, EntryId> answered = new HashMap<>();
  private final Map<EntryId, CallId> callOf = new HashMap<>();

  @Override
  public String sentence() {
    return "No caller is answered twice.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    switch (fact.fact()) {
      case QueueFact.EntryConnected f -> {
        callOf.put(f.entry(), f.call());
        EntryId before = answered.put(f.call(), f.entry());
        return before == null ? null : f.call() + " talks by " + before + " and by " + f.entry();
      }
      case QueueFact.EntryReturned f -> over(f.entry());
      case QueueFact.EntryCompleted f -> over(f.entry());
      default -> {}
    }
    return null;
  }

  private void over(EntryId entry) {
    CallId call = callOf.remove(entry);
    if (call != null) {
      answered.remove(call, entry);
    }
  }
}
