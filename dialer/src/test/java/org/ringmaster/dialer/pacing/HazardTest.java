// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HazardTest {
  private static final double SECOND = 1e6;

  private static long exponential(SplittableRandom random, double mean) {
    return (long) (-mean * Math.log(1 - random.nextDouble()) * SECOND);
  }

  @Test
  void a_steady_rate_is_found_at_every_age_that_was_seen() {
    Hazard hazard = new Hazard(120, 1, 1e9);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      hazard.ended(exponential(random, 20), 0);
    }
    double[] rates = new double[120];
    hazard.rates(0, rates);
    for (int age = 0; age < 60; age++) {
      assertEquals(0.05, rates[age], 0.004, "age " + age);
    }
  }

  @Test
  void what_was_broken_off_counts_as_far_as_it_was_seen() {
    Hazard hazard = new Hazard(60, 1, 1e9);
    SplittableRandom random = new SplittableRandom(2);
    long cut = (long) (10 * SECOND);
    for (int i = 0; i < 200_000; i++) {
      long lasts = exponential(random, 20);
      hazard.ended(Math.min(lasts, cut), lasts < cut ? 0 : -1);
    }
    double[] rates = new double[60];
    hazard.rates(0, rates);
    assertEquals(0.05, rates[8], 0.003);
    assertEquals(rates[9], rates[30], 0.01, "what was never seen is as what was seen last");
  }

  @Test
  void what_lasts_counts_as_far_as_it_has_come_until_it_is_told_anew_who_lasts() {
    Hazard hazard = new Hazard(60, 1, 1e9);
    SplittableRandom random = new SplittableRandom(5);
    long now = (long) (5.9 * SECOND);
    for (int i = 0; i < 20_000; i++) {
      long lasts = exponential(random, 20);
      if (lasts < now) {
        hazard.ended(lasts, 0);
      } else {
        hazard.lasts(now);
      }
    }
    double[] rates = new double[60];
    hazard.rates(0, rates);
    for (int age = 0; age < 6; age++) {
      assertEquals(0.05, rates[age], 0.005, "age " + age);
    }
    hazard.nobodyLasts();
    hazard.rates(0, rates);
    assertTrue(rates[3] > 0.3, "those that ended were the short ones");
  }

  @Test
  void two_kinds_of_endings_share_the_time() {
    Hazard hazard = new Hazard(60, 2, 1e9);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 100_000; i++) {
      long first = exponential(random, 10);
      long second = exponential(random, 30);
      hazard.ended(Math.min(first, second), first < second ? 0 : 1);
    }
    double[] rates = new double[60];
    hazard.rates(0, rates);
    assertEquals(0.1, rates[5], 0.005);
    hazard.rates(1, rates);
    assertEquals(1 / 30.0, rates[5], 0.003);
  }

  @Test
  void what_is_long_ago_is_forgotten() {
    Hazard hazard = new Hazard(60, 1, 500);
    SplittableRandom random = new SplittableRandom(4);
    double[] rates = new double[60];
    for (int i = 0; i < 20_000; i++) {
      hazard.ended(exponential(random, 5), 0);
    }
    for (int i = 0; i < 3_000; i++) {
      hazard.ended(exponential(random, 20), 0);
    }
    hazard.rates(0, rates);
    assertEquals(0.05, rates[8], 0.015);
  }

  @Test
  void it_begins_with_what_is_expected_and_soon_knows_better() {
    Hazard hazard = new Hazard(60, 1, 1e9);
    hazard.expect(10, 1.0 / 5);
    double[] rates = new double[60];
    hazard.rates(0, rates);
    assertEquals(0.2, rates[4], 0.001);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2_000; i++) {
      hazard.ended(exponential(random, 20), 0);
    }
    hazard.rates(0, rates);
    assertTrue(rates[4] < 0.065, "" + rates[4]);
  }
}
