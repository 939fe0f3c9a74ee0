// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.recording.RecordingFact;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.core.recording.RecordingRules;
import org.ringmaster.core.recording.RecordingRulesSet;

/**
 * A call has one recording; its parts begin and end once each, one at a time, none while it is
 * paused and none of what is never recorded; and of each part's file it becomes known what became
 * of it.
 */
final class RecordingsAreOfParts implements Invariant {
  private final Map<CallId, Boolean> running = new HashMap<>();
  private final Map<CallId, RecordingId> open = new HashMap<>();
  private final Set<RecordingId> begun = new HashSet<>();
  private final Set<RecordingId> ended = new HashSet<>();
  private final Set<RecordingId> owed = new HashSet<>();
  private final Map<CallId, RecordingFact.PolicySet> own = new HashMap<>();
  private RecordingRules rules = RecordingRules.NONE;

  @Override
  public String sentence() {
    return "Parts of recordings begin and end once, none while it is paused or never recorded, and"
        + " every file is kept.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    return switch (fact.fact()) {
      case RecordingRulesSet f -> {
        rules = f.rules();
        yield null;
      }
      case RecordingFact f -> brokenBy(f);
      case FileFact f -> brokenBy(f);
      default -> null;
    };
  }

  private @Nullable String brokenBy(RecordingFact fact) {
    CallId call = fact.call();
    return switch (fact) {
      case RecordingFact.Began f ->
          running.put(call, true) == null ? null : call + " has two recordings";
      case RecordingFact.PartBegan f -> began(f);
      case RecordingFact.PartEnded f -> {
        boolean isOpen = f.part().equals(open.remove(call));
        yield isOpen && ended.add(f.part()) ? null : f.part() + " ends and is not under way";
      }
      case RecordingFact.Paused f -> pauses(call);
      case RecordingFact.CardBegan f -> pauses(call);
      case RecordingFact.Stopped f -> pauses(call);
      case RecordingFact.Resumed f -> {
        running.put(call, true);
        yield null;
      }
      case RecordingFact.Told f -> null;
      case RecordingFact.PolicySet f -> {
        own.put(f.call(), f);
        yield null;
      }
      case RecordingFact.Ended f ->
          running.remove(call) == null ? call + " ends a recording it has not" : null;
    };
  }

  /** The part that is under way must end within the same turn; the next fact of it will tell. */
  private @Nullable String pauses(CallId call) {
    running.put(call, false);
    return null;
  }

  private @Nullable String began(RecordingFact.PartBegan f) {
    if (!Boolean.TRUE.equals(running.get(f.call()))) {
      return f.part() + " begins while nothing is to be recorded of " + f.call();
    }
    if (policy(f) == RecordingPolicy.NEVER) {
      return f.part() + " begins for " + f.queue() + ", which is never recorded";
    }
    if (open.put(f.call(), f.part()) != null) {
      return f.part() + " begins beside another part of " + f.call();
    }
    owed.add(f.part());
    return begun.add(f.part()) ? null : f.part() + " begins twice";
  }

  private RecordingPolicy policy(RecordingFact.PartBegan f) {
    RecordingPolicy ofQueue = rules.plan(f.queue()).policy();
    RecordingFact.PolicySet set = own.get(f.call());
    boolean isFree = ofQueue != RecordingPolicy.FORCED;
    return set != null && isFree && set.queue().equals(f.queue()) ? set.policy() : ofQueue;
  }

  private @Nullable String brokenBy(FileFact fact) {
    return switch (fact) {
      case FileFact.Wanted f ->
          open.containsValue(f.file()) ? f.file() + " is fetched while it is recorded" : null;
      case FileFact.Kept f -> settled(f.file());
      case FileFact.NotThere f -> settled(f.file());
      default -> null;
    };
  }

  private @Nullable String settled(RecordingId file) {
    return owed.remove(file) || !begun.contains(file) ? null : file + " is settled twice";
  }

  @Override
  public @Nullable String brokenAfterTurn(Centre centre) {
    for (Map.Entry<CallId, RecordingId> each : open.entrySet()) {
      if (!Boolean.TRUE.equals(running.get(each.getKey()))) {
        return each.getValue() + " goes on though it is paused";
      }
      if (centre.calls().books().call(each.getKey()) == null) {
        return each.getValue() + " goes on though the call is over";
      }
    }
    return null;
  }

  @Override
  public @Nullable String brokenInTheEnd() {
    if (!open.isEmpty()) {
      return "parts that never ended: " + open.values();
    }
    return owed.isEmpty() ? null : "files of which nobody knows what became: " + owed;
  }
}
