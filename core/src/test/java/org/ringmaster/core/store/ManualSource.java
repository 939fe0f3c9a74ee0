// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.RecordedFact;

/** Facts that a test lets become durable when it likes. */
final class ManualSource implements FactSource {
  private final List<RecordedFact> facts = new ArrayList<>();

  synchronized ManualSource add(List<RecordedFact> more) {
    facts.addAll(more);
    notifyAll();
    return this;
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // nothing is a right answer too
  public synchronized List<RecordedFact> take(long afterSequence, int max, Duration wait)
      throws InterruptedException {
    if (afterSequence >= lastSequence()) {
      wait(wait.toMillis());
    }
    long first = facts.isEmpty() ? 1 : facts.get(0).sequence();
    int from = (int) Math.max(0, Math.min(facts.size(), afterSequence + 1 - first));
    return List.copyOf(facts.subList(from, Math.min(facts.size(), from + max)));
  }

  @Override
  public synchronized @Nullable RecordedFact find(long sequence) {
    return facts.stream().filter(fact -> fact.sequence() == sequence).findAny().orElse(null);
  }

  @Override
  public synchronized long lastSequence() {
    return facts.isEmpty() ? 0 : facts.getLast().sequence();
  }
}
