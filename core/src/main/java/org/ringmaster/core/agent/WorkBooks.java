// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;

/** What agents owe and may still do after their calls: a part of {@link AgentBooks}. */
final class WorkBooks {

  private static final long MICROS_PER_MILLI = 1_000;

  /**
   * An agent must still say what a contact was.
   *
   * @param wrapUpEndsMicros when their wrap-up ends if they say it before
   * @param dueMicros when it is said for them
   */
  record Owing(AgentId agent, CallId call, long wrapUpEndsMicros, long dueMicros) {}

  /** An agent may extend the wrap-up they are in so often. */
  record Extending(AgentId agent, long millis, int left) {}

  private final Map<AgentId, Misses> misses = new LinkedHashMap<>();
  private final Map<AgentId, Owing> owing = new LinkedHashMap<>();
  private final Map<AgentId, Extending> extending = new LinkedHashMap<>();

  Misses misses(AgentId agent) {
    return misses.getOrDefault(agent, Misses.none(agent));
  }

  @Nullable Owing owing(AgentId agent) {
    return owing.get(agent);
  }

  @Nullable Extending extending(AgentId agent) {
    return extending.get(agent);
  }

  void apply(AgentFact fact) {
    switch (fact) {
      case AgentFact.OfferEnded f -> missed(misses(f.agent()).and(f.end()));
      case AgentFact.OfferAccepted f -> missed(misses(f.agent()).answered());
      case AgentFact.SpeechNoted f -> {
        if (f.speech().isVerdict()) {
          missed(misses(f.agent()).talked(f.speech() == Speech.HEARD));
        }
      }
      case AgentFact.Paused f -> {
        misses.remove(f.agent());
        extending.remove(f.agent());
      }
      case AgentFact.Freed f -> extending.remove(f.agent());
      case AgentFact.WrapUpStarted f -> {
        if (f.extensions() > 0) {
          extending.put(f.agent(), new Extending(f.agent(), f.extensionMillis(), f.extensions()));
        }
      }
      case AgentFact.WrapUpMoved f -> {
        Extending before = extending.get(f.agent());
        if (before != null && f.extended()) {
          extending.put(f.agent(), new Extending(f.agent(), before.millis(), before.left() - 1));
          extended(f.agent(), before.millis() * MICROS_PER_MILLI, f.untilMicros());
        }
      }
      case AgentFact.DispositionOwed f ->
          owing.put(f.agent(), new Owing(f.agent(), f.call(), f.wrapUpEndsMicros(), f.dueMicros()));
      case AgentFact.DispositionSettled f -> owing.remove(f.agent());
      case AgentFact.SignedOut f -> {
        misses.remove(f.agent());
        extending.remove(f.agent());
      }
      case AgentFact.Removed f -> {
        misses.remove(f.agent());
        extending.remove(f.agent());
        owing.remove(f.agent());
      }
      default -> {}
    }
  }

  private void missed(Misses now) {
    if (now.equals(Misses.none(now.agent()))) {
      misses.remove(now.agent());
    } else {
      misses.put(now.agent(), now);
    }
  }

  /** The extension is kept when what is owed is settled. */
  private void extended(AgentId agent, long byMicros, long dueMicros) {
    owing.computeIfPresent(
        agent,
        (id, it) -> new Owing(it.agent(), it.call(), it.wrapUpEndsMicros() + byMicros, dueMicros));
  }

  void snapshot(Consumer<Record> out) {
    misses.values().forEach(out);
    owing.values().forEach(out);
    extending.values().forEach(out);
  }

  void restore(Record entity) {
    switch (entity) {
      case Misses it -> misses.put(it.agent(), it);
      case Owing it -> owing.put(it.agent(), it);
      case Extending it -> extending.put(it.agent(), it);
      default -> {}
    }
  }
}
