// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.time.Duration;
import java.util.List;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.Projection;
import org.ringmaster.core.store.StoreAddress;

/** The journey store as the platform has it, thread and all; it encodes every fact itself. */
final class OurStore implements Contestant {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final JourneyStore store;
  private final HeldSource source = new HeldSource();

  OurStore(StoreAddress address, List<Projection> projections) {
    store = JourneyStore.open(BenchServer.options(address, projections));
    store.follow(source);
  }

  @Override
  public int write(List<RecordedFact> facts) throws InterruptedException {
    source.give(facts);
    if (!store.awaitApplied(facts.getLast().sequence(), PATIENCE)) {
      throw new IllegalStateException("the store does not follow: " + store.progress());
    }
    return facts.size();
  }

  @Override
  public void close() {
    store.close();
  }
}
