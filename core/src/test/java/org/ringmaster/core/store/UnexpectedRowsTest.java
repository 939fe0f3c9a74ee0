// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;

/** Many rows go by the shortest way that the facts promise; where a promise fails, they merge. */
@Tag("postgres")
class UnexpectedRowsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int CALLS = 100;
  private static final String DONE =
      "select count(*) from calls where started_at is not null and ended_at is not null";

  private final StoreAddress address = PostgresForTests.newDatabase();

  @Test
  void manyNewRowsAndThenManyKnownOnesAreWhole() throws Exception {
    List<RecordedFact> facts = startedAndEnded();
    write(facts.subList(0, CALLS));
    write(facts);
    assertEquals("100", PostgresForTests.value(address, DONE));
  }

  @Test
  void rowsThatShouldBeNewAndAreThereAreFilledIn() throws Exception {
    for (int i = 0; i < CALLS; i += 3) {
      PostgresForTests.run(
          address, "insert into calls (cell, call_id) values (1, 'call" + i + "')");
    }
    write(startedAndEnded());
    assertEquals("100", PostgresForTests.value(address, DONE));
    assertEquals("200", PostgresForTests.value(address, "select count(*) from facts"));
  }

  @Test
  void rowsThatShouldBeThereAndAreNotAreMade() throws Exception {
    List<RecordedFact> facts = startedAndEnded();
    write(facts.subList(0, CALLS));
    PostgresForTests.run(address, "delete from calls where call_id in ('call7', 'call8')");
    write(facts);
    assertEquals("98", PostgresForTests.value(address, DONE));
    assertEquals(
        "100",
        PostgresForTests.value(
            address, "select count(*) from calls where ended_at > '2026-01-01'"));
    assertEquals(
        "200", PostgresForTests.value(address, "select max(applied_sequence) from projections"));
  }

  private void write(List<RecordedFact> facts) throws Exception {
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
      store.follow(new ManualSource().add(facts));
      assertTrue(store.awaitApplied(facts.size(), SOON), () -> store.progress().toString());
    }
  }

  private static List<RecordedFact> startedAndEnded() {
    List<RecordedFact> facts = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      facts.add(
          fact(
              facts.size() + 1,
              new CallFact.CallStarted(
                  new CallId("call" + i),
                  new NodeId("edge"),
                  Direction.INBOUND,
                  "100",
                  null,
                  null,
                  null)));
    }
    for (int i = 0; i < CALLS; i++) {
      facts.add(fact(facts.size() + 1, new CallFact.CallEnded(new CallId("call" + i))));
    }
    return facts;
  }

  private static RecordedFact fact(long sequence, Fact fact) {
    long at = SimulatedDay.START_MICROS + sequence;
    return new RecordedFact(new Envelope(sequence, sequence, at, at), fact);
  }
}
