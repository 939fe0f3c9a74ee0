// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ringmaster.dialer.list.ListId;

class LeadStatesTest {
  private static final ListId LIST = new ListId("i1");
  private static final long NOW = 1_800_000_000_000_000L;

  @Test
  void theFirstIsWhoIsDueFirstWhateverHappened() {
    LeadStates states = new LeadStates(LIST, "renewals", 200);
    long[] dues = new long[200];
    TreeSet<Integer> open = new TreeSet<>();
    for (int lead = 0; lead < 200; lead++) {
      open.add(lead);
    }
    Random random = new Random(1);
    for (int i = 0; i < 5_000 && !open.isEmpty(); i++) {
      int expected = open.first();
      for (int lead : open) {
        expected = dues[lead] < dues[expected] ? lead : expected;
      }
      assertEquals(expected, states.first());
      states.dialled(expected, 0);
      long due = NOW + random.nextInt(1_000) * 1_000_000L;
      boolean again = random.nextInt(20) > 0;
      states.ended(
          expected,
          AttemptOutcome.BUSY,
          again ? LeadPhase.RESTING : LeadPhase.SPENT,
          again ? due : 0,
          NOW);
      dues[expected] = due;
      if (!again) {
        open.remove(expected);
      }
      if (i % 7 == 0 && !open.isEmpty()) {
        int off = open.last();
        dues[off] = NOW + random.nextInt(2_000) * 1_000_000L;
        states.putOff(off, dues[off]);
      }
    }
    assertEquals(open.isEmpty() ? -1 : 0, Math.min(0, states.first()));
  }

  @Test
  void aLeadIsNotDueEarlierThanItIsTold() {
    LeadStates states = new LeadStates(LIST, "renewals", 1);
    states.putOff(0, NOW + 1);
    assertEquals(NOW + 1_000_000, states.dueMicros(0));
  }

  @Test
  void triesAreCountedByOutcomeAndInAll() {
    LeadStates states = new LeadStates(LIST, "renewals", 1);
    states.dialled(0, 0);
    states.ended(0, AttemptOutcome.BUSY, LeadPhase.RESTING, NOW, NOW);
    states.dialled(0, 0);
    states.ended(0, AttemptOutcome.LOST, LeadPhase.RESTING, NOW, NOW);
    assertEquals(1, states.tries(0, AttemptOutcome.BUSY));
    assertEquals(1, states.tries(0, AttemptOutcome.LOST));
    assertEquals(2, states.tries(0));
  }

  @Test
  void aLeadIsTriedOnceItWasDialledHoweverOftenAndWhateverItIsNow() {
    LeadStates states = new LeadStates(LIST, "renewals", 3_000);
    states.shown(4);
    states.returned(4, LeadPhase.FRESH, 0);
    assertEquals(0, states.tried());
    states.dialled(4, 0);
    states.ended(4, AttemptOutcome.BUSY, LeadPhase.RESTING, NOW, NOW);
    states.dialled(4, 1);
    states.dialled(2_999, 0);
    states.forbidden(4);
    states.forbidden(5);
    assertEquals(2, states.tried());
    LeadStates other = new LeadStates(LIST, "renewals", 3_000);
    states.snapshot(saved -> other.restore((LeadStates.Saved) saved));
    assertEquals(2, other.tried());
  }

  @Test
  void whatIsRestoredIsAsItWas() {
    LeadStates states = new LeadStates(LIST, "renewals", 3_000);
    for (int lead = 0; lead < 3_000; lead += 7) {
      states.dialled(lead, 1);
      if (lead % 2 == 0) {
        states.ended(
            lead, AttemptOutcome.NO_ANSWER, LeadPhase.RESTING, NOW + lead * 1_000_000L, NOW);
      }
    }
    List<Record> saved = new ArrayList<>();
    states.snapshot(saved::add);
    LeadStates again = new LeadStates(LIST, "renewals", 3_000);
    saved.forEach(each -> again.restore((LeadStates.Saved) each));
    List<Record> savedAgain = new ArrayList<>();
    again.snapshot(savedAgain::add);
    assertEquals(saved, savedAgain);
    assertEquals(states.first(), again.first());
    assertEquals(states.count(LeadPhase.LIVE), again.count(LeadPhase.LIVE));
    assertEquals(1, again.lastSlot(0));
  }

  @Test
  void whoIsDueIsCountedUpToALimit() {
    LeadStates states = new LeadStates(LIST, "renewals", 100);
    for (int lead = 0; lead < 40; lead++) {
      states.putOff(lead, NOW + lead * 60_000_000L);
    }
    assertEquals(60, states.countDue(NOW - 60_000_000L, 1_000));
    assertEquals(71, states.countDue(NOW + 10 * 60_000_000L, 1_000));
    assertEquals(100, states.countDue(NOW + 3_600 * 60_000_000L, 1_000));
    assertEquals(7, states.countDue(NOW, 7));
    assertEquals(0, states.countDue(NOW, 0));
  }

  @Test
  void whoIsShownForWhatWasAgreedIsAfterwardsWhereTheyWere() {
    LeadStates states = new LeadStates(LIST, "renewals", 2);
    states.dialled(0, 0);
    states.ended(0, AttemptOutcome.TALKED, LeadPhase.REACHED, 0, 1_000_000);
    states.shown(0);
    states.returned(0, LeadPhase.REACHED, 5_000_000_000_000_000L);
    assertEquals(LeadPhase.REACHED, states.phase(0));
    assertEquals(1, states.first());
    states.shown(1);
    states.returned(1, LeadPhase.FRESH, 0);
    assertEquals(LeadPhase.FRESH, states.phase(1));
  }
}
