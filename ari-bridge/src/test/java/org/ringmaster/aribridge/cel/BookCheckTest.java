// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.aribridge.cel.BookCheck.Outcome;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;

class BookCheckTest {
  private static final LegId CALLER = new LegId("edge-1.1");
  private static final LegId AGENT = new LegId("l01-t3k9a2-0000000042");
  private static final long T = 1_700_000_000_000_000L;

  private final Map<LegId, WitnessedLeg> witnessed = new HashMap<>();

  private void see(LegId leg, String name, long end, Set<LegId> talkedWith) {
    witnessed.put(
        leg,
        new WitnessedLeg(
            leg, name, T, T + 1_000_000, end, HangupCause.NORMAL, true, List.of(), talkedWith));
  }

  private static BookedLeg book(LegId leg, long end, int cause, Set<LegId> talkedWith) {
    return new BookedLeg(leg, T + 20_000, true, T + 980_000, end, true, cause, talkedWith);
  }

  private Outcome compare(BookedLeg... legs) {
    return BookCheck.compare(List.of(legs), witnessed);
  }

  @Test
  void agreementWithinFiftyMillisecondsIsAgreement() {
    see(CALLER, "PJSIP/a-1", T + 5_000_000, Set.of(AGENT));
    see(AGENT, "PJSIP/b-1", T + 5_000_000, Set.of(CALLER));
    see(new LegId("edge-1.9"), "Announcer/ARI_MOH-0;1", T, Set.of());
    Outcome outcome =
        compare(
            book(CALLER, T + 5_049_000, 16, Set.of(AGENT)),
            book(AGENT, T + 4_951_000, 16, Set.of(CALLER)));
    assertTrue(outcome.clean(), outcome.toString());
    assertEquals(2, outcome.agreed());
    assertEquals(1, outcome.helpers());
  }

  @Test
  void everyKindOfDifferenceIsNamed() {
    see(CALLER, "PJSIP/a-1", T + 5_000_000, Set.of(AGENT));
    see(new LegId("edge-1.7"), "PJSIP/a-7", T + 5_000_000, Set.of());
    Outcome outcome =
        compare(
            new BookedLeg(CALLER, T + 60_000, true, 0, T + 5_060_000, true, 17, Set.of()),
            book(new LegId("edge-1.8"), T + 1, 16, Set.of()));
    assertEquals(
        List.of("start", "answer", "end", "cause", "talked with", "leg", "leg"),
        outcome.differences().stream().map(BookDifference::what).toList());
    assertEquals(0, outcome.agreed());
  }

  @Test
  void liveLegsOldOnesRefusedOnesAndUnseenEndsAreCountedApart() {
    see(CALLER, "PJSIP/a-1", 0, Set.of());
    see(AGENT, "PJSIP/b-1", T + 5_000_000, Set.of());
    Outcome outcome =
        compare(
            book(CALLER, 0, 0, Set.of()),
            new BookedLeg(AGENT, T, true, T + 1_000_000, T + 9_000_000, false, 0, Set.of()),
            new BookedLeg(new LegId("l01-t3k9a2-0000000043"), T, false, 0, T, true, 0, Set.of()),
            new BookedLeg(new LegId("edge-0.1"), T - 9_000_000, true, T, T, true, 16, Set.of()));
    assertTrue(outcome.clean(), outcome.toString());
    assertEquals(1, outcome.live());
    assertEquals(1, outcome.endsNotSeen());
    assertEquals(1, outcome.neverMade());
    assertEquals(1, outcome.beforeLog());
  }

  @Test
  void aLegThatEndedLongAgoButIsLiveInTheBooksIsADifference() {
    see(CALLER, "PJSIP/a-1", T + 1_000_000, Set.of());
    see(AGENT, "PJSIP/b-1", T + 60_000_000, Set.of());
    Outcome outcome = compare(book(CALLER, 0, 0, Set.of()), book(AGENT, 0, 0, Set.of()));
    assertEquals(1, outcome.differences().size());
    assertEquals("end", outcome.differences().getFirst().what());
    assertEquals(1, outcome.live());
  }

  @Test
  void aCallThatTookTheFallbackIsNotOurs() {
    witnessed.put(
        CALLER,
        new WitnessedLeg(
            CALLER, "PJSIP/a-1", T, T, T + 1, HangupCause.NORMAL, false, List.of(), Set.of()));
    Outcome outcome = compare();
    assertTrue(outcome.clean());
    assertEquals(1, outcome.notOurs());
  }
}
