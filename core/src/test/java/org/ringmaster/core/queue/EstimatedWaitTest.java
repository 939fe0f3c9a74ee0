// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class EstimatedWaitTest {
  private static final long HOUR = 3_600_000_000L;

  /** So many callers of so many seconds, while some of those who waited gave up. */
  private static Pace learnt(int callers, double seconds, double waited, int gaveUp) {
    Pace pace = Pace.UNKNOWN;
    for (int i = 0; i < callers; i++) {
      pace = pace.handled(seconds, HOUR);
      pace = pace.waited(waited, i < gaveUp, HOUR);
    }
    return pace;
  }

  private static EstimatedWait behind(int ahead, double agents, Pace pace) {
    return Objects.requireNonNull(EstimatedWait.behind(ahead, agents, pace));
  }

  @Test
  void theFirstInLineWaitsForOneDepartureWhoseQuantilesAreThoseOfTheExponential() {
    Pace pace = learnt(100_000, 180, 10, 0);
    EstimatedWait wait = behind(0, 10, pace);
    assertEquals(18, wait.meanSeconds(), 0.1);
    for (double share : new double[] {0.5, 0.8, 0.9, 0.95}) {
      double exact = -18 * Math.log(1 - share);
      assertEquals(exact, wait.quantileSeconds(share), 0.035 * exact, "p" + share);
    }
  }

  @Test
  void pressureIsTheWaitAsAPartOfTheOnePromised() {
    assertEquals(1.5, new EstimatedWait(30, 100).pressure(20_000));
    assertEquals(0, EstimatedWait.NONE.pressure(20_000));
  }

  @Test
  void whoGivesUpShortensTheWaitOfThoseBehind() {
    Pace patient = learnt(100_000, 180, 60, 0);
    Pace hasty = learnt(100_000, 180, 60, 20_000);
    assertEquals(20 * 18, behind(19, 10, patient).meanSeconds(), 2);
    double theta = 20_000 / 6_000_000.0;
    double expected = 0;
    for (int i = 0; i <= 19; i++) {
      expected += 1 / (10 / 180.0 + i * theta);
    }
    assertEquals(expected, behind(19, 10, hasty).meanSeconds(), 1);
  }

  @Test
  void aLongLineIsForeseenMoreExactlyInProportion() {
    Pace pace = learnt(1_000, 180, 60, 100);
    EstimatedWait first = behind(0, 10, pace);
    EstimatedWait last = behind(99, 10, pace);
    double spreadOfFirst = first.quantileSeconds(0.8) / first.meanSeconds();
    double spreadOfLast = last.quantileSeconds(0.8) / last.meanSeconds();
    assertTrue(spreadOfLast < spreadOfFirst, spreadOfLast + " " + spreadOfFirst);
    assertTrue(last.quantileSeconds(0.8) > last.meanSeconds());
  }

  @Test
  void withoutAgentsNobodyCanSay() {
    assertNull(EstimatedWait.behind(3, 0, Pace.UNKNOWN));
  }

  @Test
  void theNormalQuantileIsThatOfTheTables() {
    assertEquals(0, EstimatedWait.normalQuantile(0.5), 5e-4);
    assertEquals(0.8416, EstimatedWait.normalQuantile(0.8), 5e-4);
    assertEquals(1.6449, EstimatedWait.normalQuantile(0.95), 5e-4);
    assertEquals(-1.2816, EstimatedWait.normalQuantile(0.1), 5e-4);
  }

  @Test
  void whatIsADayOldIsSoonOutweighed() {
    Pace yesterday = learnt(500, 60, 10, 100);
    Pace today = yesterday;
    for (int i = 0; i < 60; i++) {
      today = today.handled(300, 25 * HOUR);
    }
    assertEquals(60, yesterday.handleSeconds(), 1);
    assertTrue(today.handleSeconds() > 250, "" + today.handleSeconds());
  }

  @Test
  void patienceIsLearntFromThoseWhoWereAnsweredToo() {
    Pace pace = learnt(10_000, 180, 30, 1_000);
    assertEquals(1 / 300.0, pace.leavingPerSecond(), 1e-5);
  }
}
