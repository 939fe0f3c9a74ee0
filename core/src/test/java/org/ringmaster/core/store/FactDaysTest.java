// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.RecordedFact;

@Tag("postgres")
class FactDaysTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);
  private static final long THREE_DAYS_MILLIS = TimeUnit.DAYS.toMillis(3);
  private static final List<RecordedFact> DAY = SimulatedDay.whole(3, 40);

  private final StoreAddress address = PostgresForTests.newDatabase();

  @Test
  void withoutASettingAllDaysAreKept() throws Exception {
    write(0, week());
    assertEquals("11", PostgresForTests.value(address, days()));
    assertEquals("1", first());
  }

  @Test
  void daysThatAreOlderThanIsKeptAreDroppedAndTheRestIsWhole() throws Exception {
    List<RecordedFact> week = week();
    String before = "select count(*) || ' ' || count(ended_at) from legs";
    write(THREE_DAYS_MILLIS, week);
    String legs = PostgresForTests.value(address, before);
    // The day of the newest fact, three before it, two ahead.
    assertEquals("6", PostgresForTests.value(address, days()));
    assertTrue(Long.parseLong(first()) > 1);
    try (Connection connection = address.connect("test")) {
      assertEquals(List.of(), new StoreVerifier(1).verify(connection).findings());
    }
    try (JourneyStore store = open(THREE_DAYS_MILLIS)) {
      store.follow(new ManualSource().add(week));
      assertTrue(store.awaitApplied(week.size(), SOON));
      store.rebuild("calls").get(60, TimeUnit.SECONDS);
    }
    assertEquals(legs, PostgresForTests.value(address, before), "rows of dropped facts stay");
  }

  @Test
  void whoReadsAnOldDayIsNotCutOffAndTheStoreGoesOn() throws Exception {
    List<RecordedFact> week = week();
    int half = week.size() / 2;
    write(0, week.subList(0, half));
    String reading =
        PostgresForTests.value(
            address,
            "select min(inhrelid::regclass::text)"
                + " from pg_inherits where inhparent = 'facts'::regclass");
    try (Connection reader = address.connect("test");
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select count(*) from " + reading);
      write(THREE_DAYS_MILLIS, week);
      statement.execute("select count(*) from " + reading);
      reader.commit();
    }
    write(THREE_DAYS_MILLIS, next(week));
    assertEquals("6", PostgresForTests.value(address, days()));
  }

  @Test
  void partitionsOfTheOperatorsOwnAreLeftAloneAndTheStoreGoesOn() throws Exception {
    List<RecordedFact> week = week();
    PostgresForTests.run(address, "create table facts_default partition of facts default");
    PostgresForTests.run(
        address,
        "create table facts_2001_01_01_mine partition of facts"
            + " for values from ('2001-01-01') to ('2001-01-02')");
    write(THREE_DAYS_MILLIS, week);
    assertEquals(
        "6",
        PostgresForTests.value(address, days() + " and inhrelid::regclass::text ~ '_[0-9]{2}$'"));
    assertEquals("0", PostgresForTests.value(address, "select count(*) from facts_default"));
    assertEquals(
        "0", PostgresForTests.value(address, "select count(*) from facts_2001_01_01_mine"));
  }

  private JourneyStore open(long keepMillis) {
    return JourneyStore.open(PostgresForTests.options(address).keepingFacts(keepMillis));
  }

  private void write(long keepMillis, List<RecordedFact> facts) throws Exception {
    try (JourneyStore store = open(keepMillis)) {
      store.follow(new ManualSource().add(facts));
      assertTrue(store.awaitApplied(facts.size(), SOON), () -> store.progress().toString());
    }
  }

  private static String days() {
    return "select count(*) from pg_inherits where inhparent = 'facts'::regclass";
  }

  private String first() {
    return PostgresForTests.value(address, "select min(sequence) from facts");
  }

  /** The facts of a day, stretched so that they were recorded over eight days and a little. */
  private static List<RecordedFact> week() {
    long start = TimeUnit.DAYS.toMicros(Math.floorDiv(SimulatedDay.START_MICROS, DAY_MICROS));
    List<RecordedFact> week = new ArrayList<>();
    for (RecordedFact fact : DAY) {
      long at = start + fact.sequence() * 8 * DAY_MICROS / DAY.size();
      week.add(at(fact, at));
    }
    return week;
  }

  /** One more fact, at the same time as the last one. */
  private static List<RecordedFact> next(List<RecordedFact> week) {
    List<RecordedFact> more = new ArrayList<>(week);
    RecordedFact last = week.getLast();
    Envelope was = last.envelope();
    more.add(
        new RecordedFact(
            new Envelope(
                was.sequence() + 1,
                was.inputSequence() + 1,
                was.recordedAtMicros(),
                was.occurredAtMicros()),
            week.getFirst().fact()));
    return more;
  }

  private static RecordedFact at(RecordedFact fact, long recordedAtMicros) {
    Envelope was = fact.envelope();
    return new RecordedFact(
        new Envelope(was.sequence(), was.inputSequence(), recordedAtMicros, was.occurredAtMicros()),
        fact.fact());
  }
}
