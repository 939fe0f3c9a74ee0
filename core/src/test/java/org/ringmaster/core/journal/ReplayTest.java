// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Gather;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.engine.InputRecorder;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/**
 * The same journal leads to the same state: written today, kept in the repository, or made again of
 * its inputs.
 */
class ReplayTest {
  private static final Path KEPT = Path.of("src/test/resources/journals/busy-morning");
  private static final String WRITE = "journal.write";
  private static final long SEED = 20261122;
  private static final int STEPS = 150;
  private static final int KEPT_STEPS = 40;

  @TempDir Path folder;

  @Test
  void aJournalLeadsToTheSameStateFromItsBeginningAndFromAnySnapshot() {
    ScenarioCentre live = ScenarioCentre.open(ScenarioPlan.standard());
    new BusyMorning(live, SEED).passes(STEPS);
    write(folder, live.facts());
    long hash = live.centre().hash(ScenarioCentre.CODEC);
    Centre replayed = new Centre(List.of());
    long last = replay(folder, 1, replayed);
    assertEquals(live.facts().size(), last);
    assertEquals(hash, replayed.hash(ScenarioCentre.CODEC));
    for (long at = 1; at < last; at += last / 7) {
      assertEquals(hash, throughSnapshot(folder, at).hash(ScenarioCentre.CODEC), "at " + at);
    }
  }

  @Test
  void theJournalKeptInTheRepositoryReplays() throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      keepAnew();
    }
    Centre first = new Centre(List.of());
    long last = replay(KEPT, 1, first);
    assertTrue(last > 300, "only " + last + " facts are kept");
    assertEquals(last, first.state().lastSequence());
    long hash = first.hash(ScenarioCentre.CODEC);
    Centre second = new Centre(List.of());
    replay(KEPT, 1, second);
    assertEquals(hash, second.hash(ScenarioCentre.CODEC));
    long seen = replayUpTo(KEPT, last / 2).state().lastSequence();
    assertEquals(last / 2, seen);
  }

  @Test
  void theInputsOfADayLeadToTheSameFacts() {
    ScenarioCentre live = ScenarioCentre.open(ScenarioPlan.standard());
    leadsToTheSameFactsAgain(live, () -> new BusyMorning(live, SEED).passes(STEPS));
  }

  @Test
  void whereTheMachinesClockWasBehindItsHourIsRecordedWithTheInputs() {
    Calendar office =
        new Calendar(
            new CalendarId("office"),
            "UTC",
            List.of(new OpenHours(DayOfWeek.MONDAY, 9 * 60, 17 * 60)),
            List.of());
    ScenarioCentre live =
        ScenarioCentre.open(
            ScenarioPlan.standard().calendar(office).number("700", "sales", "office"),
            "2026-11-02T18:00:00Z");
    live.machinesClockIsBehind(2 * 3_600);
    leadsToTheSameFactsAgain(live, () -> live.callerRings("700").waits());
  }

  @Test
  void keysOfATalkAreNotKeptWithTheInputsUnlessSomethingCameOfThem() {
    ScenarioPlan plan =
        ScenarioPlan.standard()
            .queue(ScenarioQueue.named("sales").servedBy("alice").wrapUpSeconds(10));
    ScenarioCentre live = ScenarioCentre.open(plan);
    leadsToTheSameFactsAgain(
        live,
        () -> {
          ScenarioAgent alice = live.agent("alice").signsIn();
          ScenarioCaller caller = live.callerRings("500");
          caller.presses("6");
          alice.answers();
          caller.presses("4111111111111111");
          alice.presses("5500");
          alice.presses("*2"); // Something that agents may press.
          caller.hangsUp();
        });
    FlightReader reader = new FlightReader(folder, ScenarioCentre.CODEC);
    StringBuilder keys = new StringBuilder();
    for (TakenInput taken = reader.next(); taken != null; taken = reader.next()) {
      if (taken.input() instanceof CallInput.DigitPressed pressed) {
        keys.append(pressed.digit().isEmpty() ? "-" : pressed.digit());
      }
    }
    assertEquals("6" + "-".repeat(20) + "*2", keys.toString());
  }

  @Test
  void aKeyThatAMenuDoesNotKnowIsNoneOfItsKeysWhenTheDayIsRepeated() {
    ScenarioCentre live = ScenarioCentre.open(ScenarioPlan.standard());
    ScenarioCaller caller = live.callerRings("500");
    Gather menu = new Gather("menu", 1, "", 60_000, 60_000).only("9");
    live.asks(decision -> live.centre().calls().gather(caller.leg(), List.of(), menu, decision));
    leadsToTheSameFactsAgain(
        live,
        () -> {
          caller.presses("5");
          live.passes(1);
          caller.presses("9");
        });
    assertEquals(1, live.count(CallFact.DigitHeard.class));
  }

  private void leadsToTheSameFactsAgain(ScenarioCentre live, Runnable day) {
    JournalOptions options = JournalOptions.in(folder, 1).withRoom(0, 0);
    int before = live.facts().size();
    List<Turn> turns = new ArrayList<>();
    try (FlightRecorder recorder =
        new FlightRecorder(options, ScenarioCentre.CODEC, Long.MAX_VALUE / 2000, 1 << 30)) {
      InputRecorder keeper = InputRecorder.into(recorder);
      live.watchedBy(
          turn -> {
            turns.add(turn);
            keeper.keep(turn, false);
          });
      day.run();
    }
    Centre again = new Centre(List.of());
    live.facts().subList(0, before).forEach(again::replay);
    List<RecordedFact> facts = takeAgain(again);
    assertFalse(turns.isEmpty());
    assertEquals(live.facts().size() - before, facts.size());
    for (int i = 0; i < facts.size(); i++) {
      RecordedFact was = live.facts().get(before + i);
      RecordedFact now = facts.get(i);
      assertEquals(was.fact(), now.fact());
      assertEquals(was.sequence(), now.sequence());
      assertEquals(was.envelope().recordedAtMicros(), now.envelope().recordedAtMicros());
      assertEquals(was.envelope().occurredAtMicros(), now.envelope().occurredAtMicros());
    }
  }

  private List<RecordedFact> takeAgain(Centre centre) {
    FlightReader reader = new FlightReader(folder, ScenarioCentre.CODEC);
    List<RecordedFact> facts = new ArrayList<>();
    for (TakenInput taken = reader.next(); taken != null; taken = reader.next()) {
      Turn turn = new Turn();
      turn.input = taken.input();
      turn.request = taken.request();
      turn.recordedAtMicros = taken.takenAtMicros();
      turn.occurredAtMicros = taken.occurredAtMicros();
      turn.aheadMicros = taken.aheadMicros();
      centre.kernel().handle(turn);
      facts.addAll(turn.facts);
    }
    assertFalse(reader.missing());
    return facts;
  }

  private static void write(Path folder, List<RecordedFact> facts) {
    FactFrame frame = new FactFrame(ScenarioCentre.CODEC);
    JournalOptions options = JournalOptions.in(folder, 1).withSegmentBytes(1 << 15).withRoom(0, 0);
    try (FileJournal journal = FileJournal.open(options)) {
      for (RecordedFact fact : facts) {
        journal.append(fact.sequence(), frame.encode(fact));
      }
    }
  }

  private static long replay(Path folder, long from, Centre centre) {
    FactFrame frame = new FactFrame(ScenarioCentre.CODEC);
    try (JournalReader reader = new JournalReader(folder, from)) {
      while (reader.next()) {
        centre.replay(frame.decode(reader.sequence(), reader.payload()));
      }
      return reader.sequence();
    }
  }

  private static Centre replayUpTo(Path folder, long last) {
    FactFrame frame = new FactFrame(ScenarioCentre.CODEC);
    Centre centre = new Centre(List.of());
    try (JournalReader reader = new JournalReader(folder, 1)) {
      while (reader.sequence() < last && reader.next()) {
        centre.replay(frame.decode(reader.sequence(), reader.payload()));
      }
    }
    return centre;
  }

  private static Centre throughSnapshot(Path folder, long at) {
    Centre made = replayUpTo(folder, at);
    List<Record> entities = new ArrayList<>();
    made.snapshot(entities::add);
    JournalOptions options = JournalOptions.in(folder, 1);
    Snapshots snapshots = new Snapshots(options, ScenarioCentre.CODEC);
    snapshots.write(new Snapshot(at, made.hash(ScenarioCentre.CODEC), entities));
    Snapshot read = snapshots.newest().orElseThrow();
    Centre restored = new Centre(List.of());
    read.entities().forEach(restored::restore);
    assertEquals(read.stateHash(), restored.hash(ScenarioCentre.CODEC), "at " + at);
    replay(folder, at + 1, restored);
    return restored;
  }

  /** For a change that no journal outside the repository has seen yet. */
  private void keepAnew() throws IOException {
    ScenarioCentre live = ScenarioCentre.open(ScenarioPlan.standard());
    new BusyMorning(live, SEED).passes(KEPT_STEPS);
    write(folder, live.facts());
    Files.createDirectories(KEPT);
    for (SegmentFile old : SegmentFile.list(KEPT)) {
      Files.delete(old.file());
    }
    for (SegmentFile segment : SegmentFile.list(folder)) {
      Files.copy(segment.file(), KEPT.resolve(segment.file().getFileName()));
    }
  }
}
