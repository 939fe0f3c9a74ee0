// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CalleeHabits;
import org.ringmaster.simulation.people.CalleeKind;

/** How long telephones truly ring, with carriers that need a while until they do. */
class RingTimeTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final long LEAST = 15 * SECOND;

  @Test
  void whatThePacerGivesUpHasRungForFifteenSecondsThoughTheCarrierWasSlow() {
    DiallingCentre world = worked(CampaignDay.once(CampaignMode.PREDICTIVE), 25, 4, 2);
    Map<LegId, Long> rang = rang(world);
    int givenUp = 0;
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.RingingGivenUp f) {
        givenUp++;
        long rung = fact.envelope().recordedAtMicros() - rang.getOrDefault(f.leg(), Long.MAX_VALUE);
        assertTrue(rung >= LEAST, "rang for " + rung + " us");
      }
    }
    assertTrue(givenUp > 10, givenUp + " were given up");
  }

  @Test
  void aTimeoutOfFifteenSecondsCountsFromTheRingingToo() {
    DiallingCentre world =
        worked(CampaignDay.once(CampaignMode.PROGRESSIVE).ringing(15_000), 0, 4, 1);
    Map<LegId, Long> rang = rang(world);
    List<Long> inVain = new ArrayList<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.AttemptEnded f && rang.containsKey(f.leg())) {
        assertEquals(AttemptOutcome.NO_ANSWER, f.outcome());
        inVain.add(fact.envelope().recordedAtMicros() - rang.get(f.leg()));
      }
    }
    assertTrue(inVain.size() > 20, inVain.size() + " rang in vain");
    for (long rung : inVain) {
      assertTrue(rung >= LEAST && rung < LEAST + SECOND, "rang for " + rung + " us");
    }
  }

  @Test
  void whereNobodyTellsThatItRingsTheCarrierIsGivenItsTimeAsWell() {
    CampaignPlan plan = CampaignDay.once(CampaignMode.PROGRESSIVE).ringing(15_000);
    DiallingCentre world =
        world(plan, Map.of(CalleeKind.SILENT, Profile.flat(1)), Distribution.always(1));
    works(world, 1);
    Map<LegId, Long> dialled = new LinkedHashMap<>();
    int ended = 0;
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().recordedAtMicros();
      switch (fact.fact()) {
        case CampaignFact.Dialled f -> dialled.put(f.leg(), at);
        case CampaignFact.AttemptEnded f -> {
          ended++;
          long waited = at - dialled.getOrDefault(f.leg(), at);
          assertTrue(waited >= LEAST + 10 * SECOND, "given up after " + waited + " us");
          assertTrue(waited < LEAST + 11 * SECOND, "given up after " + waited + " us");
        }
        default -> {}
      }
    }
    assertTrue(ended > 20, ended + " have ended");
  }

  @Test
  void aTelephoneThatRingsWhileThePlatformDiesRingsNoLongerThanOthers() {
    DiallingCentre world =
        world(
            CampaignDay.once(CampaignMode.PROGRESSIVE).ringing(15_000),
            Map.of(CalleeKind.NOBODY, Profile.flat(1)),
            Distribution.always(4));
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    world.centre().run(10 * SECOND);
    world.centre().dies();
    world.centre().run(SECOND);
    world.centre().restarts();
    world.centre().run(60 * SECOND);
    Map<LegId, Long> rang = rang(world);
    int ended = 0;
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.AttemptEnded f) {
        ended++;
        long rung = fact.envelope().recordedAtMicros() - rang.getOrDefault(f.leg(), 0L);
        assertTrue(rung >= LEAST && rung < LEAST + SECOND, "rang for " + rung + " us");
      }
    }
    assertTrue(ended >= 10, ended + " have ended");
  }

  private static DiallingCentre worked(
      CampaignPlan plan, int people, double setupSeconds, int hours) {
    Map<CalleeKind, Profile> weights = new LinkedHashMap<>();
    weights.put(CalleeKind.PERSON, Profile.flat(people));
    weights.put(CalleeKind.NOBODY, Profile.flat(75));
    DiallingCentre world = world(plan, weights, Distribution.always(setupSeconds));
    works(world, hours);
    return world;
  }

  private static DiallingCentre world(
      CampaignPlan plan, Map<CalleeKind, Profile> callees, Distribution setup) {
    return new DiallingCentre(
        SimulationSettings.of(61, CODEC),
        10,
        TelephoneUse.OPEN,
        plan,
        DiallingCentre.leads(5_000),
        new CalleeHabits(
            callees,
            setup,
            new Distribution.Gamma(2, 4.75),
            new Distribution.LogNormal(95, 0.7),
            new Distribution.Uniform(4, 9),
            new Distribution.Uniform(20, 40)),
        AgentHabits.DILIGENT,
        decider -> decider);
  }

  private static void works(DiallingCentre world, int hours) {
    world.opens(world.centre().agenda().micros() + (hours + 1) * HOUR);
    world.starts();
    world.centre().run(hours * HOUR);
  }

  /** When the carrier said that a telephone rings. */
  private static Map<LegId, Long> rang(DiallingCentre world) {
    Map<LegId, Long> rang = new LinkedHashMap<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CallFact.LegRang f) {
        rang.put(f.leg(), fact.envelope().recordedAtMicros());
      }
    }
    return rang;
  }
}
