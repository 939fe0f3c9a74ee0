// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.dialer.pacing.Pacer;
import org.ringmaster.dialer.pacing.Pacing;
import org.ringmaster.dialer.pacing.PacingMoment;
import org.ringmaster.dialer.pacing.RingEnd;
import org.ringmaster.dialer.pacing.Underway;

/** A line that is given up has come free, and the pacer is asked about the next one. */
class GivenUpLinesTest {
  private static final long SECOND = 1_000_000;
  private static final int CALLS = 5;
  private static final long LEAST_RING = 15 * SECOND;
  private static final double MINUTE_HOURS = 1.0 / 60;

  @Test
  void whoeverHasRungLongEnoughIsGivenUpAtOnceHoweverManyTheyAre() {
    GivesUpAll pacer = new GivesUpAll();
    OutboundWorld world =
        new OutboundWorld(OutboundScenario.steady(10, 0), pacer, 1, Integer.MAX_VALUE, 24);
    world.run(MINUTE_HOURS);
    List<Long> all = pacer.givenUp;
    assertTrue(all.size() > 1, all.toString());
    assertEquals(Collections.nCopies(all.size(), LEAST_RING), all);
    assertEquals(CALLS, all.size() + pacer.endedOtherwise);
  }

  /** Dials some calls at first, and gives up what rings as long as it must. */
  private static final class GivesUpAll implements Pacer {
    private final List<Long> givenUp = new ArrayList<>();
    private int endedOtherwise;
    private boolean dialled;

    @Override
    public Pacing decide(PacingMoment moment) {
      int dial = dialled ? 0 : CALLS;
      dialled = true;
      boolean isOld = moment.ringing() > 0 && moment.ringingMicros(0) >= LEAST_RING;
      return new Pacing(dial, isOld, 0, 0);
    }

    @Override
    public void rang(long micros, RingEnd end, Underway others) {
      if (end == RingEnd.GIVEN_UP) {
        givenUp.add(micros);
      } else {
        endedOtherwise++;
      }
    }
  }
}
