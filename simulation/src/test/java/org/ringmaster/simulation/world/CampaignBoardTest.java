// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.board.CampaignLive;
import org.ringmaster.dialer.board.CarrierResults;
import org.ringmaster.dialer.board.PacingNote;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignRow;

/** What the board tells of a campaign's last minutes, beside the facts themselves. */
class CampaignBoardTest {
  private static final List<RecordedFact> DAY = CampaignStoreChild.day();
  private static final long MINUTE = 60_000_000;
  private static final long SLICE = 10_000_000;

  @Test
  void theLastMinutesAreWhatTheFactsSayOfThem() {
    CampaignBoard board = new CampaignBoard();
    long looks = 0;
    for (int i = 0; i < DAY.size(); i++) {
      RecordedFact fact = DAY.get(i);
      board.apply(fact.fact(), fact.envelope());
      if (i % 500 == 0) {
        board.publish();
        long now = fact.envelope().recordedAtMicros();
        CampaignLive live = board.live(DiallingCentre.CAMPAIGN);
        for (int minutes : new int[] {1, 5, 15}) {
          long from = Math.floorDiv(now, SLICE) * SLICE + SLICE - minutes * MINUTE;
          CarrierResults results = live.last(minutes, now);
          assertEquals(since(from, i, CampaignFact.Dialled.class), results.dialled());
          assertEquals(since(from, i, CampaignFact.Answered.class), results.answered());
          assertEquals(since(from, i, CampaignFact.Connected.class), results.connected());
          assertEquals(
              since(from, i, CampaignFact.AttemptEnded.class),
              results.ended().values().stream().mapToLong(Long::longValue).sum());
          looks += results.dialled();
        }
      }
    }
    assertTrue(looks > 100, "looked at " + looks);
  }

  private static long since(long fromMicros, int last, Class<?> kind) {
    return DAY.subList(0, last + 1).stream()
        .filter(fact -> kind.isInstance(fact.fact()))
        .filter(fact -> fact.envelope().recordedAtMicros() >= fromMicros)
        .count();
  }

  @Test
  void whatSomebodyWasShownDoesNotChangeUnderThem() {
    CampaignBoard board = new CampaignBoard();
    int half = DAY.size() / 2;
    fold(board, 0, half);
    CampaignLive early = board.live(DiallingCentre.CAMPAIGN);
    CarrierResults before = early.all();
    fold(board, half, DAY.size());
    assertEquals(before, early.all());
    assertTrue(board.live(DiallingCentre.CAMPAIGN).all().dialled() > before.dialled());
  }

  @Test
  void pacingChangesAreFewInPlainWordsAndTheLastComesFirst() {
    CampaignBoard board = new CampaignBoard();
    fold(board, 0, DAY.size() / 2);
    List<PacingNote> notes = board.live(DiallingCentre.CAMPAIGN).notes();
    assertTrue(notes.size() > 3 && notes.size() <= 16, notes.toString());
    for (int i = 1; i < notes.size(); i++) {
      assertTrue(notes.get(i - 1).sequence() > notes.get(i).sequence());
    }
    assertTrue(
        notes.stream()
            .anyMatch(
                note ->
                    note.words()
                        .matches(
                            "Dialled (one line|\\d+ lines)\\. Agents idle: \\d+, .*"
                                + " allowed \\d+\\.\\d %\\.")),
        () -> notes.stream().map(PacingNote::words).toList().toString());
  }

  @Test
  void idleTimeBudgetAndHopperAreThere() {
    CampaignBoard board = new CampaignBoard();
    fold(board, 0, DAY.size() / 2);
    CarrierResults all = board.live(DiallingCentre.CAMPAIGN).all();
    double idle = all.idleSecondsPerConnect();
    assertTrue(idle > 0 && idle < 600, "idle " + idle);
    CampaignRow row = board.row(DiallingCentre.CAMPAIGN);
    assertEquals(row.numbers().dialable(), row.hopper());
    double allowed =
        row.numbers().answered() * row.plan().abandonPercent() / 100 - row.numbers().abandoned();
    assertEquals(allowed, row.budget(), 1e-9);
    fold(board, DAY.size() / 2, DAY.size());
    assertEquals(0, board.row(DiallingCentre.CAMPAIGN).hopper());
    assertTrue(board.live(DiallingCentre.CAMPAIGN).all().ended().get(AttemptOutcome.TALKED) > 20);
  }

  @Test
  void withOneLineForEachAgentTheyWouldBeIdleForAsLongAsLinesRang() {
    CampaignBoard board = new CampaignBoard();
    int half = DAY.size() / 2;
    fold(board, 0, half);
    Map<LegId, Long> dialled = new HashMap<>();
    double rang = 0;
    long answered = 0;
    for (RecordedFact fact : DAY.subList(0, half)) {
      long at = fact.envelope().recordedAtMicros();
      switch (fact.fact()) {
        case CampaignFact.Dialled f -> dialled.put(f.leg(), at);
        case CampaignFact.Answered f -> {
          rang += at - dialled.remove(f.leg());
          answered++;
        }
        case CampaignFact.AttemptEnded f -> {
          Long since = dialled.remove(f.leg());
          rang += since == null ? 0 : at - since;
        }
        default -> {}
      }
    }
    CarrierResults all = board.live(DiallingCentre.CAMPAIGN).all();
    assertTrue(answered > 20, "answered " + answered);
    assertEquals(rang / 1e6 / answered, all.progressiveIdleSecondsPerConnect(), 1e-6);
  }

  private static void fold(CampaignBoard board, int from, int until) {
    for (RecordedFact fact : DAY.subList(from, until)) {
      board.apply(fact.fact(), fact.envelope());
    }
    board.publish();
  }
}
