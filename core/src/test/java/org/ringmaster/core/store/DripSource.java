// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.time.Duration;
import java.util.List;
import org.ringmaster.core.kernel.RecordedFact;

/** All facts are durable already, but come in small takes, so that there are many transactions. */
final class DripSource implements FactSource {
  private final List<RecordedFact> facts;
  private final int most;

  DripSource(List<RecordedFact> facts, int most) {
    this.facts = facts;
    this.most = most;
  }

  @Override
  public List<RecordedFact> take(long afterSequence, int max, Duration wait)
      throws InterruptedException {
    int from = (int) Math.min(facts.size(), afterSequence);
    if (from == facts.size()) {
      Thread.sleep(wait);
    }
    int size = 1 + (int) (afterSequence * 31 % most);
    return facts.subList(from, Math.min(facts.size(), from + size));
  }

  @Override
  public long lastSequence() {
    return facts.size();
  }
}
