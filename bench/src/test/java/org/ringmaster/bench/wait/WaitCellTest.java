// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.bench.wait.WaitLine.Arrival;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;

class WaitCellTest {

  @Test
  void a_wait_is_foreseen_better_than_by_app_queues_formula_and_announced_honestly() {
    WaitCell cell = new WaitCell(20, 1.10).run(3, 30);
    double ratio = cell.ours.rootMeanSquare() / cell.appQueue.rootMeanSquare();
    assertTrue(ratio < 0.72, "ratio " + ratio);
    assertEquals(80, cell.withinPercent(), 6);
    assertTrue(Math.abs(cell.ours.bias()) < 0.06 * cell.meanWaitSeconds(), "" + cell.ours.bias());
  }

  @Test
  void the_line_tells_what_would_have_come_to_one_who_gives_up() {
    List<String> told = new ArrayList<>();
    WaitLine line =
        new WaitLine(
            1,
            new Draws(1),
            new Distribution.Constant(10),
            new Distribution.Constant(7),
            new WaitLine.Listener() {
              @Override
              public void answered(double atSeconds, double waitedSeconds) {
                told.add("answered " + atSeconds + " after " + waitedSeconds);
              }

              @Override
              public void gaveUp(double atSeconds, double waitedSeconds) {
                told.add("gave up " + atSeconds + " after " + waitedSeconds);
              }

              @Override
              public void handled(double atSeconds, double seconds) {
                told.add("handled " + atSeconds + " in " + seconds);
              }
            });
    assertEquals(new Arrival(0, 0, 0, 0), line.comes(0));
    assertEquals(new Arrival(1, 0, 0, 9), line.comes(1));
    assertEquals(new Arrival(4, 1, 3, 6), line.comes(4));
    assertEquals(new Arrival(9, 1, 5, 11), line.comes(9));
    line.comes(100);
    assertEquals(
        List.of(
            "answered 0.0 after 0.0",
            "gave up 8.0 after 7.0",
            "handled 10.0 in 10.0",
            "answered 10.0 after 6.0",
            "gave up 16.0 after 7.0",
            "handled 20.0 in 10.0"),
        told);
  }
}
