// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.kernel.RecordedFact;

class RecordedDayTest {

  @TempDir Path folder;

  @Test
  void theSameSeedGivesTheSameFacts() {
    assertEquals(facts("once", 3_000), facts("again", 3_000));
  }

  @Test
  void everythingThatMakesADayHappens() {
    Map<String, Integer> kinds = new HashMap<>();
    for (RecordedFact fact : facts("day", 150_000)) {
      kinds.merge(RecordedDay.CODEC.nameOf((Record) fact.fact()), 1, Integer::sum);
    }
    for (String kind :
        List.of(
            "fact.call.leg-arrived",
            "fact.queue.entry-joined",
            "fact.agent.offer-made",
            "fact.agent.offer-ended",
            "fact.agent.offer-accepted",
            "fact.queue.entry-connected",
            "fact.queue.entry-abandoned",
            "fact.agent.talk-ended",
            "fact.agent.wrap-up-started",
            "fact.agent.freed",
            "fact.agent.paused",
            "fact.call.call-ended",
            "fact.journey.touchpoint-ended")) {
      assertTrue(kinds.getOrDefault(kind, 0) >= 10, kind + " in " + kinds);
    }
  }

  private List<RecordedFact> facts(String name, int count) {
    return RecordedDay.record(folder.resolve(name), count).facts(1, count);
  }
}
