// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.once;
import static org.ringmaster.simulation.world.CampaignDay.world;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;

/** What another machine's clock shows takes nobody's time, and is no reason to count them out. */
class NodeClockBehindTest {
  private static final long MILLI = 1_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final long HOUR = 3_600 * SECOND;

  @ParameterizedTest
  @ValueSource(longs = {900, 2_500})
  void whoAnswersIsSeenInTimeThoughTheNodesClockIsBehind(long millis) {
    DiallingCentre world = progressive(46);
    world.centre().asterisk(DiallingCentre.EDGE).clockIsBehind(millis * MILLI);
    world.starts();
    world.centre().run(600 * SECOND);
    allAreSeen(world);
  }

  @ParameterizedTest
  @ValueSource(longs = {-900, 900})
  void whoAnswersIsSeenInTimeThoughThePlatformsClockIsSet(long millis) {
    DiallingCentre world = progressive(47);
    world.starts();
    world.centre().run(300 * SECOND);
    world.centre().clockIsSet(millis * MILLI);
    world.centre().run(300 * SECOND);
    allAreSeen(world);
  }

  private static DiallingCentre progressive(long seed) {
    DiallingCentre world =
        world(seed, once(CampaignMode.PROGRESSIVE), 20, 6_000, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    return world;
  }

  private static void allAreSeen(DiallingCentre world) {
    Map<LegId, Long> seen = new LinkedHashMap<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Answered f) {
        seen.put(f.leg(), fact.envelope().recordedAtMicros());
        assertEquals(0, f.sinceMicros(), "seen late: " + f);
      } else if (fact.fact() instanceof CampaignFact.Abandoned f) {
        long had = fact.envelope().recordedAtMicros() - seen.getOrDefault(f.leg(), 0L);
        assertTrue(had >= 2 * SECOND, "had " + had + " us: " + f);
      }
    }
    assertTrue(seen.size() > 30, seen.size() + " answered");
  }
}
