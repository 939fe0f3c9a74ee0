// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.history.History;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.staffing.DayPattern;
import org.ringmaster.core.staffing.StaffingHint;
import org.ringmaster.core.staffing.StaffingLine;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.StoredDay;
import org.ringmaster.core.testing.ScenarioCaller;

/** How many agents the next hours need is not doubled by those who are called back. */
@Tag("postgres")
class CallbackStaffingTest extends CallbackScenario {
  private static final long WEEK_MICROS = 7 * 86_400_000_000L;

  @Test
  void whoAsksForACallbackIsExpectedOnce() throws Exception {
    long began = centre.nowMicros();
    asks(ANNA);
    centre.agent("alice").signsIn();
    centre.answersAt(ANNA);
    centre.agent("alice").answers();
    centre.passes(30);
    centre.hangsUpAt(ANNA, org.ringmaster.core.call.HangupCause.NORMAL);
    centre.passes(30);
    ScenarioCaller bert = centre.rings(BERT, "500");
    centre.agent("alice").answers();
    centre.passes(20);
    bert.hangsUp();
    centre.passes(60);
    assertEquals(3, centre.count(QueueFact.EntryJoined.class));

    try (JourneyStore store = StoredDay.of(centre.facts(), Duration.ofSeconds(60))) {
      DayPattern pattern = new DayPattern(new History(store.readers(), 1, ZoneOffset.UTC));
      StaffingHint hint =
          pattern.hint("sales", began + WEEK_MICROS, 2, new DayPattern.Target(0.8, 20));
      assertEquals(1, hint.days());
      assertTrue(hint.handleSeconds() > 0);
      assertEquals(2, hint.lines().stream().mapToDouble(StaffingLine::callers).sum());
    }
  }
}
