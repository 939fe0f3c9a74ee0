// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReleasesTest {
  private static final int SECONDS = 28;
  private static final long MICROS = 1_000_000;

  /** Sixty agents begin at once, and six of them are through after ten seconds. */
  @Test
  void the_first_talks_to_end_are_the_short_ones_and_the_others_tell_so() {
    Releases releases = new Releases(PacingPriors.CAREFUL, SECONDS);
    for (int i = 0; i < 6; i++) {
      releases.talked(10 * MICROS, new ToldUnderway().talks(59 - i, 10));
    }
    // A tenth of the sixty and, as was expected, 8 % of twenty ended within ten seconds.
    double ends = 1 - Math.pow(1 - (6 + 20 * (1 - Math.exp(-10 / 120.0))) / 80, 2.0);
    double[] chances = releases.ofTalk(0);
    assertTrue(
        chances[20] < ends, () -> chances[20] + " are free within 20 s where " + ends + " end");
  }

  @Test
  void the_first_wrap_ups_to_end_are_the_short_ones_and_the_others_tell_so() {
    Releases told = new Releases(PacingPriors.CAREFUL, SECONDS);
    Releases untold = new Releases(PacingPriors.CAREFUL, SECONDS);
    for (int i = 0; i < 6; i++) {
      told.wrapped(2 * MICROS, new ToldUnderway().wraps(59 - i, 2));
      untold.wrapped(2 * MICROS, Underway.NOTHING);
    }
    double share = told.ofWrap(0)[3];
    assertEquals((6 + 20 * (1 - Math.exp(-3 / 20.0))) / 80, share, 0.02);
    assertTrue(untold.ofWrap(0)[3] > 1.5 * share, "who is not told of the others believes it");
  }
}
