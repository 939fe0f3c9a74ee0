// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.call.LegId;

class HistoryBoardTest {

  private final Boards boards = ManualSite.newBoards();
  private final ManualSite site = ManualSite.atWork(boards);

  private List<QueueSample> samples() {
    return boards.history().samples(ManualSite.SALES, site.nowMicros());
  }

  @Test
  void eachHalfMinuteShowsHowTheQueueStoodThen() {
    site.callerArrives();
    site.pass(10_000);
    LegId second = site.callerArrives();
    site.pass(25_000);
    site.goes(second);
    site.pass(60_000);
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));

    List<QueueSample> samples = samples();
    assertEquals(List.of(2, 1, 1), samples.stream().map(QueueSample::waiting).toList());
    assertEquals(
        List.of(30_000L, 60_000L, 90_000L),
        samples.stream().map(QueueSample::longestWaitMillis).toList());
    assertEquals(1, samples.getLast().day().abandoned());
    assertEquals(0, samples.getLast().available());
  }

  @Test
  void whereNothingHappensTheLineGoesOnAllTheSame() {
    site.callerArrives();
    site.pass(10 * 60_000);
    assertEquals(20 * 30_000L, samples().getLast().longestWaitMillis());
    site.pass(3 * 3_600_000L);
    List<QueueSample> samples = samples();
    assertEquals(HistoryBoard.KEPT, samples.size());
    assertEquals(site.nowMicros(), samples.getLast().atMicros());
    site.callerArrives();
    assertEquals(samples, samples(), "a fact after hours of silence changes nothing behind it");
  }

  @Test
  void itIsTheSameAfterASnapshotInTheMiddle() {
    site.callerArrives();
    site.pass(100_000);
    site.callerArrives();
    List<Record> lines = new ArrayList<>();
    site.snapshot(lines::add);
    Boards other = ManualSite.newBoards();
    lines.forEach(other::restore);
    int from = site.facts.size();
    site.pass(45_000);
    site.callerArrives();
    site.facts
        .subList(from, site.facts.size())
        .forEach(fact -> other.apply(fact.fact(), fact.envelope()));
    other.publish();
    assertTrue(samples().size() >= 4);
    assertEquals(samples(), other.history().samples(ManualSite.SALES, site.nowMicros()));
  }
}
