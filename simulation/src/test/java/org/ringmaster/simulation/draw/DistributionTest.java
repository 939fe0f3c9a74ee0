// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class DistributionTest {

  private static final int MANY = 200_000;
  private static final long HOUR = 3_600_000_000L;

  @Test
  void meansAreWhatTheParametersSay() {
    assertMean(3, new Distribution.Constant(3));
    assertMean(5, new Distribution.Uniform(2, 8));
    assertMean(40, new Distribution.Exponential(40));
    assertMean(10 * StrictMath.exp(0.5 * 0.6 * 0.6), new Distribution.LogNormal(10, 0.6));
    assertMean(3.6, new Distribution.Gamma(3, 1.2));
    assertMean(0.6, new Distribution.Gamma(0.5, 1.2));
    assertMean(7, new Distribution.Weibull(1, 7));
    assertMean(2, new Distribution.Empirical(List.of(1.0, 1.0, 4.0)));
    assertMean(
        4, new Distribution.Mixture(0.25, Distribution.always(1), Distribution.between(4, 6)));
  }

  @Test
  void aFactorMovesOverTheDay() {
    Distribution moved =
        new Distribution.OverDay(Profile.hours(17, 21, 2, 1), Distribution.always(10));
    assertEquals(10, moved.draw(new Draws(1), 16 * HOUR));
    assertEquals(20, moved.draw(new Draws(1), 17 * HOUR));
    assertEquals(10, moved.draw(new Draws(1), 21 * HOUR));
  }

  @Test
  void streamsOfANameDependOnTheSeedAndOnNothingDrawnBefore() {
    Draws again = new Draws(42);
    again.unit();
    assertEquals(new Draws(42).stream("a").unit(), again.stream("a").unit());
    assertNotEquals(new Draws(42).stream("a").unit(), new Draws(42).stream("b").unit());
    assertNotEquals(new Draws(42).stream("a").unit(), new Draws(43).stream("a").unit());
  }

  @Test
  void arrivalsComeAtTheRateOfTheirHourAndNeverInAClosedOne() {
    Profile perHour = Profile.hours(9, 11, 600, 0);
    Draws draws = new Draws(3);
    long now = 0;
    int[] byHour = new int[24];
    for (int day = 0; day < 50; ) {
      now = perHour.nextArrival(draws, now);
      day = (int) (now / (24 * HOUR));
      byHour[(int) (now % (24 * HOUR) / HOUR)]++;
    }
    assertEquals(600, byHour[9] / 50.0, 30);
    assertEquals(600, byHour[10] / 50.0, 30);
    assertEquals(0, byHour[8] + byHour[11] + byHour[0]);
    assertEquals(Long.MAX_VALUE, Profile.flat(0).nextArrival(draws, 0));
  }

  private static void assertMean(double expected, Distribution distribution) {
    Draws draws = new Draws(11);
    DoubleSupplier next = () -> distribution.draw(draws, 0);
    double sum = 0;
    for (int i = 0; i < MANY; i++) {
      sum += next.getAsDouble();
    }
    assertEquals(expected, sum / MANY, expected * 0.02, distribution.toString());
  }
}
