// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringmaster.core.kernel.RecordedFact;

@Tag("postgres")
class StoreVerifierTest {
  private static final List<RecordedFact> DAY = SimulatedDay.whole(5, 60);

  private final StoreAddress address = PostgresForTests.newDatabase();

  @BeforeEach
  void fill() throws Exception {
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
      store.follow(new ManualSource().add(DAY));
      assertTrue(store.awaitApplied(DAY.size(), Duration.ofSeconds(60)));
    }
  }

  @Test
  void aDayAsItWasIsClean() throws Exception {
    StoreReport report = verify();
    assertEquals(List.of(), report.findings());
    assertEquals(DAY.size(), report.facts());
    assertEquals(DAY.size(), report.lastSequence());
    assertTrue(report.clean());
  }

  @ParameterizedTest(name = "{0} is found after: {1}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "facts.gap # delete from facts where sequence = 100",
        "facts.double # insert into facts select cell, sequence, input_sequence,"
            + " recorded_at + interval '1 microsecond', occurred_at, kind, fact, payload from facts"
            + " where sequence = 100",
        "facts.order # update facts set recorded_at = recorded_at - interval '2 minutes'"
            + " where sequence = (select max(sequence) from facts)",
        "projections.behind # update projections set applied_sequence = applied_sequence - 1"
            + " where projection = 'queues'",
        "calls.legs # update legs set ended_at = null where role = 'CALLER'",
        "calls.none # delete from calls where direction = 'INBOUND'",
        "legs.stays # update bridge_stays set left_at = null",
        "entries.open # update offers set ended_at = null",
        "entries.open # update queue_entries set ended_at = null",
        "entries.end-twice # update facts set fact = jsonb_set(fact, '{entry}', '~e~')"
            + " where kind = 'fact.queue.entry-completed'",
        "entries.two-agents # update facts set fact = jsonb_set(fact, '{entry}', '~e~')"
            + " where kind = 'fact.queue.entry-connected'",
        "legs.end-twice # update facts set fact = jsonb_set(fact, '{leg}', '~l~')"
            + " where kind = 'fact.call.leg-ended'",
        "offers.two-at-once # delete from facts where kind = 'fact.agent.talk-ended'",
        "agents.tiles # delete from agent_states where state = 'ON_CALL'",
        "agents.tiles # update agent_states set to_at = null where state = 'ON_CALL'",
        "agents.backwards # update agent_states set to_at = from_at - interval '1 second'",
        "sums # delete from offers",
        "sums # delete from touchpoints where outcome = 'SERVED'",
      })
  void whatIsPlantedIsFound(String check, String damage) throws Exception {
    PostgresForTests.run(address, damage.replace('~', '"'));
    StoreReport report = verify();
    assertTrue(
        report.findings().stream()
            .anyMatch(
                finding ->
                    finding.check().equals(check)
                        && finding.count() > 0
                        && !finding.examples().isEmpty()),
        () -> report.findings().toString());
  }

  @Test
  void factsThatRetentionHasDroppedAreNotMissed() throws Exception {
    PostgresForTests.run(address, "delete from facts where sequence < 200");
    StoreReport report = verify();
    assertEquals(List.of(), report.findings());
    assertEquals(200, report.firstSequence());
  }

  private StoreReport verify() throws Exception {
    try (Connection connection = address.connect("test")) {
      return new StoreVerifier(1).verify(connection);
    }
  }
}
