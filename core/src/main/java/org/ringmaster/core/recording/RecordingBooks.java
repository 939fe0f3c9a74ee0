// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.queue.QueueId;

/** The recordings of live calls: the fold behind {@link RecordingControl}. */
public final class RecordingBooks implements Fold {

  private final Map<CallId, CallRecording> all = new LinkedHashMap<>();
  private final Map<RecordingId, Part> parts = new LinkedHashMap<>();
  private final Map<CallId, OwnPolicy> owns = new LinkedHashMap<>();
  private RecordingRules rules = RecordingRules.NONE;

  /** The recording of a call, or null where nothing of it was ever recorded. */
  public @Nullable CallRecording of(CallId call) {
    return all.get(call);
  }

  /** All of live calls, oldest first. */
  public Collection<CallRecording> all() {
    return all.values();
  }

  /** What is recorded. */
  public RecordingRules rules() {
    return rules;
  }

  /** Whether there is nothing to be done for anybody. */
  boolean isIdle() {
    return all.isEmpty() && parts.isEmpty() && owns.isEmpty() && rules.plans().isEmpty();
  }

  /** How a call is recorded while it is talked for a queue, or for none (null). */
  RecordingPolicy policy(CallId call, @Nullable QueueId queue) {
    OwnPolicy own = own(call, queue);
    return own == null ? rules.plan(queue).policy() : own.policy();
  }

  /** What overrules the queue there; null where nothing does. */
  @Nullable OwnPolicy own(CallId call, @Nullable QueueId queue) {
    OwnPolicy own = owns.get(call);
    boolean isForced = rules.plan(queue).policy() == RecordingPolicy.FORCED;
    return own == null || isForced || !own.queue().equals(queue) ? null : own;
  }

  /** A part whose end its node has not told, or null. */
  @Nullable Part part(RecordingId id) {
    return parts.get(id);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case RecordingRulesSet f -> rules = f.rules();
      case RecordingFact.Began f ->
          all.put(
              f.call(),
              new CallRecording(
                  f.call(),
                  RecordingState.RUNNING,
                  f.author() != null,
                  false,
                  0,
                  null,
                  null,
                  null,
                  f.queue(),
                  0,
                  null,
                  0,
                  0));
      case RecordingFact.PartBegan f -> {
        all.computeIfPresent(f.call(), (id, one) -> one.with(f));
        parts.put(f.part(), new Part(f.part(), f.call(), f.node(), f.keepMillis()));
      }
      case RecordingFact.PolicySet f ->
          owns.put(f.call(), new OwnPolicy(f.call(), f.queue(), f.policy(), f.by()));
      case CallFact.CallEnded f -> owns.remove(f.call());
      case RecordingFact.PartEnded f ->
          all.computeIfPresent(
              f.call(), (id, one) -> one.without(f.why(), envelope.recordedAtMicros()));
      case RecordingFact f -> apply(f);
      case FileFact.Wanted f -> parts.remove(f.file());
      default -> {}
    }
  }

  private void apply(RecordingFact fact) {
    CallRecording one = all.get(fact.call());
    if (one == null || fact instanceof RecordingFact.Told) {
      return;
    }
    RecordingState next = RecordingLifecycle.TABLE.next(one.state(), fact);
    switch (fact) {
      case RecordingFact.Resumed f -> all.put(f.call(), one.resumed(f.author() != null));
      case RecordingFact.CardBegan f -> all.put(f.call(), one.secured(f.dueMicros()));
      case RecordingFact.Ended f -> all.remove(f.call());
      default -> all.put(fact.call(), one.to(next));
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    if (!rules.equals(RecordingRules.NONE)) {
      out.accept(rules);
    }
    all.values().forEach(out);
    parts.values().forEach(out);
    owns.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case RecordingRules it -> rules = it;
      case CallRecording it -> all.put(it.call(), it);
      case Part it -> parts.put(it.id(), it);
      case OwnPolicy it -> owns.put(it.call(), it);
      default -> {}
    }
  }
}
