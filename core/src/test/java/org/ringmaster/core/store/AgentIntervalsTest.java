// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.RecordedFact;

/**
 * What agents did lies end to end, in whatever order its instants came: while an input is decided,
 * others wait that have happened before what is decided for it.
 */
@Tag("postgres")
class AgentIntervalsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final AgentId BOB = new AgentId("bob");
  private static final TelephoneId TELEPHONE = new TelephoneId("1002");

  private final StoreAddress address = PostgresForTests.newDatabase();
  private final List<RecordedFact> facts = new ArrayList<>();

  private void happens(AgentFact fact, long atMicros) {
    long sequence = facts.size() + 1L;
    long at = SimulatedDay.START_MICROS + atMicros;
    long recorded = SimulatedDay.START_MICROS + 1_000 + sequence;
    facts.add(new RecordedFact(new Envelope(sequence, sequence, recorded, at), fact));
  }

  private void write() throws Exception {
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
      store.follow(new ManualSource().add(facts));
      assertTrue(store.awaitApplied(facts.size(), SOON), () -> store.progress().toString());
    }
  }

  private List<String> intervals() {
    return PostgresForTests.rows(
        address,
        "select state, (extract(epoch from from_at) * 1000000)::bigint - "
            + SimulatedDay.START_MICROS
            + ", (extract(epoch from to_at) * 1000000)::bigint - "
            + SimulatedDay.START_MICROS
            + " from agent_states order by sequence");
  }

  @Test
  void whoSignsOutAndInAgainIsNotTimedTwice() throws Exception {
    happens(new AgentFact.SignedIn(BOB, TELEPHONE), 100);
    happens(new AgentFact.Ready(BOB), 100);
    happens(new AgentFact.Paused(BOB, new PauseReason("lunch")), 400);
    happens(new AgentFact.SignedOut(BOB), 200);
    happens(new AgentFact.SignedIn(BOB, TELEPHONE), 300);
    happens(new AgentFact.Ready(BOB), 300);
    happens(new AgentFact.SignedOut(BOB), 500);
    write();
    assertEquals(
        List.of(
            "SIGNING_IN|100|100",
            "AVAILABLE|100|400",
            "PAUSED|400|400",
            "SIGNING_IN|400|400",
            "AVAILABLE|400|500"),
        intervals());
  }

  @Test
  void aStoreThatBeganAnewKnowsWhenWhoIsAwaySignedOut() throws Exception {
    happens(new AgentFact.SignedIn(BOB, TELEPHONE), 100);
    happens(new AgentFact.Ready(BOB), 400);
    happens(new AgentFact.SignedOut(BOB), 200);
    write();
    happens(new AgentFact.SignedIn(BOB, TELEPHONE), 300);
    write();
    happens(new AgentFact.Ready(BOB), 700);
    write();
    assertEquals(
        List.of(
            "SIGNING_IN|100|400", "AVAILABLE|400|400", "SIGNING_IN|400|700", "AVAILABLE|700|null"),
        intervals());
  }
}
