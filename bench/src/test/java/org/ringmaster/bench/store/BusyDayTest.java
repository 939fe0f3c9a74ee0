// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.kernel.RecordedFact;

class BusyDayTest {

  @Test
  void theSameSeedGivesTheSameFacts() {
    assertEquals(facts(3_000), facts(3_000));
  }

  @Test
  void everythingThatMakesADayHappens() {
    Map<String, Integer> kinds = new HashMap<>();
    for (RecordedFact fact : facts(60_000)) {
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

  private static List<RecordedFact> facts(int atLeast) {
    BusyDay day = new BusyDay(RecordedDay.SEED);
    List<RecordedFact> facts = new ArrayList<>();
    while (facts.size() < atLeast) {
      facts.addAll(day.next());
    }
    return facts;
  }
}
