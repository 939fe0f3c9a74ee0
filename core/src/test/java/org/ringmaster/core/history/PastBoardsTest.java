// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.StoredDay;

@Tag("postgres")
class PastBoardsTest {
  private static final List<RecordedFact> DAY = StoredDay.inTheMiddle(3, 4_000);

  @Test
  void theBoardsOfAnyPastInstantAreThoseThatWereShownAndThoseThatWereTrue() throws Exception {
    try (JourneyStore store = StoredDay.of(DAY, Duration.ofSeconds(60))) {
      PastBoards past =
          new PastBoards(store.readers(), 1, FactCodec.of(Centre.names().build()), ZoneOffset.UTC);
      List<String> shown = new ArrayList<>();
      List<String> happened = new ArrayList<>();
      for (int place = 300; place < DAY.size(); place += 731) {
        // A moment after something happened and before we heard of it.
        long at = DAY.get(place).envelope().occurredAtMicros() + 1;
        shown.add(rows(past.at(at, PastBoards.As.SHOWN).boards()));
        happened.add(rows(past.at(at, PastBoards.As.TRUE).boards()));
        assertEquals(
            rows(folded(fact -> fact.envelope().recordedAtMicros() <= at)), shown.getLast());
        assertEquals(
            rows(folded(fact -> fact.envelope().occurredAtMicros() <= at)), happened.getLast());
      }
      assertNotEquals(shown, happened, "what is heard of late makes a difference");
    }
  }

  @Test
  void aSnapshotOnTheWaySparesTheFactsBeforeItAndChangesNothing() throws Exception {
    FactCodec codec = FactCodec.of(Centre.names().build());
    Snapshot half = snapshotAfter(DAY.size() / 2, codec);
    try (JourneyStore store = StoredDay.of(DAY, Duration.ofSeconds(60))) {
      PastBoards past =
          new PastBoards(
              store.readers(),
              1,
              codec,
              ZoneOffset.UTC,
              last -> last < half.sequence() ? Optional.empty() : Optional.of(half));
      for (int place : new int[] {DAY.size() / 4, DAY.size() * 3 / 4, DAY.size() - 1}) {
        long at = DAY.get(place).envelope().recordedAtMicros();
        PastBoards.Then then = past.at(at, PastBoards.As.SHOWN);
        assertEquals(
            rows(folded(fact -> fact.envelope().recordedAtMicros() <= at)), rows(then.boards()));
        assertEquals(
            then.lastSequence() - (place < DAY.size() / 2 ? 0 : half.sequence()), then.facts());
      }
    }
  }

  private static Snapshot snapshotAfter(int facts, FactCodec codec) {
    Centre centre = new Centre(List.of());
    Boards boards = new Boards(ZoneOffset.UTC, () -> 0);
    for (RecordedFact fact : DAY.subList(0, facts)) {
      centre.replay(fact);
      boards.apply(fact.fact(), fact.envelope());
    }
    List<Record> entities = new ArrayList<>();
    centre.snapshot(entities::add);
    boards.snapshot(entities::add);
    return new Snapshot(facts, centre.hash(codec), entities, codec.fingerprint());
  }

  private static Boards folded(Predicate<RecordedFact> known) {
    Boards boards = new Boards(ZoneOffset.UTC, () -> 0);
    DAY.stream().filter(known).forEach(fact -> boards.apply(fact.fact(), fact.envelope()));
    boards.publish();
    return boards;
  }

  private static String rows(Boards boards) {
    return List.of(boards.queues().rows(), boards.agents().rows(), boards.calls().rows())
        .toString();
  }
}
