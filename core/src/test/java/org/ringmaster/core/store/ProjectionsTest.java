// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentBooks;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.kernel.RecordedFact;

@Tag("postgres")
class ProjectionsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<RecordedFact> DAY = SimulatedDay.whole(11, 150);

  @Test
  void batchesOfAnySizeMakeTheSameRows() throws Exception {
    StoreAddress atOnce = PostgresForTests.newDatabase();
    fill(atOnce, List.of(DAY));
    StoreAddress bitByBit = PostgresForTests.newDatabase();
    List<List<RecordedFact>> parts = new ArrayList<>();
    for (int from = 0; from < DAY.size(); from += 1 + from % 97) {
      parts.add(DAY.subList(from, Math.min(DAY.size(), from + 1 + from % 97)));
    }
    fill(bitByBit, parts);
    Map<String, List<String>> one = tables(atOnce);
    Map<String, List<String>> other = tables(bitByBit);
    one.forEach((table, rows) -> assertEquals(rows, other.get(table), table));
    assertEquals(150, one.get("calls").size());
  }

  @Test
  void aProjectionFilledAnewHasTheSameRows() throws Exception {
    StoreAddress address = PostgresForTests.newDatabase();
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
      store.follow(new ManualSource().add(DAY));
      assertTrue(store.awaitApplied(DAY.size(), SOON), () -> store.progress().toString());
      Map<String, List<String>> before = tables(address);
      for (Projection projection : CoreProjections.all()) {
        store.rebuild(projection.name()).get(60, TimeUnit.SECONDS);
      }
      assertEquals(before, tables(address));
    }
  }

  @Test
  void tablesOfAnEarlierVersionOfTheCodeAreFilledAnewAtTheStart() throws Exception {
    StoreAddress address = PostgresForTests.newDatabase();
    fill(address, List.of(DAY));
    Map<String, List<String>> before = tables(address);
    PostgresForTests.run(address, "update projections set version = 0 where projection = 'calls'");
    PostgresForTests.run(address, "update legs set cause = 'as it was put formerly'");
    PostgresForTests.run(address, "delete from bridge_stays where sequence % 3 = 0");
    fill(address, List.of(DAY));
    assertEquals(before, tables(address));
  }

  @Test
  void everyCallHasItsLegsItsEntryAndItsOffers() throws Exception {
    StoreAddress address = PostgresForTests.newDatabase();
    fill(address, List.of(DAY));
    assertEquals("0", count(address, "calls where ended_at is null or duration_ms < 0"));
    assertEquals("0", count(address, "legs where ended_at is null or cause is null"));
    assertEquals("0", count(address, "queue_entries where outcome is null or wait_ms < 0"));
    assertEquals("0", count(address, "offers where ended_at is null or entry_id is null"));
    assertEquals("0", count(address, "offers where (offer_end is null) = (talk_end is null)"));
    assertEquals("0", count(address, "bridge_stays where left_at is null or stay_ms < 0"));
    assertEquals("0", count(address, "agent_states where to_at is null"));
    assertEquals("0", count(address, "touchpoints where outcome is null"));
    assertEquals(
        "0",
        count(
            address,
            "calls c where turned_away is null and not exists"
                + " (select from queue_entries e where e.call_id = c.call_id)"));
    assertEquals(
        "0",
        count(
            address,
            "queue_entries e where outcome = 'COMPLETED' and (select count(*) from call_legs l"
                + " where l.call_id = e.call_id and l.leg_id = e.agent_leg_id"
                + " and l.agent_id = e.agent_id and l.answered_at is not null) <> 1"));
    for (String outcome : List.of("COMPLETED", "ABANDONED", "OVERFLOWED")) {
      assertTrue(
          !count(address, "queue_entries where outcome = '" + outcome + "'").equals("0"), outcome);
    }
    for (String state : List.of("SIGNING_IN", "AVAILABLE", "OFFERED", "ON_CALL", "PAUSED")) {
      assertTrue(!count(address, "agent_states where state = '" + state + "'").equals("0"), state);
    }
  }

  @Test
  void anAgentsIntervalsAreTheStatesThatTheBooksWentThrough() throws Exception {
    AgentBooks books = new AgentBooks();
    Map<AgentId, AgentState> states = new HashMap<>();
    List<String> expected = new ArrayList<>();
    for (RecordedFact recorded : DAY) {
      books.apply(recorded.fact(), recorded.envelope());
      boolean paused = recorded.fact() instanceof AgentFact.Paused;
      for (Agent agent : books.agents()) {
        AgentState before = states.put(agent.id(), agent.state());
        boolean again = paused && ((AgentFact.Paused) recorded.fact()).agent().equals(agent.id());
        if ((before != agent.state() || again) && agent.state() != AgentState.SIGNED_OUT) {
          expected.add(agent.id() + "|" + recorded.sequence() + "|" + agent.state());
        }
      }
    }
    expected.sort(null);
    StoreAddress address = PostgresForTests.newDatabase();
    fill(address, List.of(DAY));
    List<String> found =
        new ArrayList<>(
            PostgresForTests.rows(address, "select agent_id, sequence, state from agent_states"));
    found.sort(null);
    assertEquals(expected, found);
  }

  @Test
  void textFromOutsideThatPostgresCannotHoldDoesNotStopTheStore() throws Exception {
    StoreAddress address = PostgresForTests.newDatabase();
    fill(address, List.of(TrickyFacts.all()));
    assertEquals("1", count(address, "calls where dialled = U&'1\\FFFD2'"));
  }

  private static String count(StoreAddress address, String from) {
    return PostgresForTests.value(address, "select count(*) from " + from);
  }

  private static void fill(StoreAddress address, List<List<RecordedFact>> parts) throws Exception {
    try (JourneyStore store = JourneyStore.open(PostgresForTests.options(address))) {
      ManualSource source = new ManualSource();
      store.follow(source);
      for (List<RecordedFact> part : parts) {
        source.add(part);
        long last = part.getLast().sequence();
        assertTrue(store.awaitApplied(last, SOON), () -> store.progress().toString());
      }
    }
  }

  /** All rows of all tables that projections fill. */
  static Map<String, List<String>> tables(StoreAddress address) {
    Map<String, List<String>> tables = new TreeMap<>();
    for (Projection projection : CoreProjections.all()) {
      for (StoreTable table : projection.tables()) {
        tables.put(
            table.name(),
            PostgresForTests.rows(
                address, "select t::text from " + table.name() + " t order by t::text"));
      }
    }
    return tables;
  }
}
