// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.dialled;
import static org.ringmaster.simulation.world.CampaignDay.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CapWindow;
import org.ringmaster.dialer.campaign.FrequencyCap;
import org.ringmaster.dialer.campaign.Gate;
import org.ringmaster.dialer.campaign.Recycling;
import org.ringmaster.dialer.list.Lead;
import org.ringmaster.dialer.list.LeadDetails;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListId;

/** How often somebody is dialled over days and weeks. */
class CampaignCapsTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final long DAY = 24 * HOUR;

  /** Each lead has a number of its own and shares one with the next. */
  private static Leads pairs(int many) {
    List<Lead> leads = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      leads.add(
          new Lead(
              List.of(4_930_100_000L + i, 4_989_200_000L + i / 2),
              List.of(DiallingCentre.BERLIN),
              LeadDetails.NONE));
    }
    return Leads.of(leads);
  }

  /** Whoever is not reached is called again as soon as may be, and often. */
  private static CampaignPlan eager(CampaignBounds bounds) {
    List<Recycling> soon = new ArrayList<>();
    for (AttemptOutcome outcome : List.of(AttemptOutcome.NO_ANSWER, AttemptOutcome.BUSY)) {
      soon.add(new Recycling(outcome, 15, 60_000));
    }
    CampaignPlan plan = DiallingCentre.campaign(CampaignMode.PROGRESSIVE).recycling(30, soon);
    return plan.protectingPersons(0, 0).boundedBy(bounds);
  }

  private static DiallingCentre opened(long seed, CampaignPlan plan, int leads) {
    DiallingCentre world = world(seed, plan, 4, pairs(leads), TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 30 * DAY);
    world.starts();
    return world;
  }

  private static String explained(DiallingCentre world, int lead) {
    ListId list = world.campaigns().books().lists(DiallingCentre.CAMPAIGN).get(0);
    var why =
        world.centre().inlet().ask(new CampaignInput.Explain(DiallingCentre.CAMPAIGN, list, lead));
    world.centre().run(SECOND);
    return why.join().toString();
  }

  /** The most dials that were within a window of any person's, by the plainest count. */
  private static int most(DiallingCentre world, long window) {
    Map<Integer, List<Long>> own = new LinkedHashMap<>();
    Map<Integer, List<Long>> shared = new LinkedHashMap<>();
    int most = 0;
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled f) {
        long at = fact.envelope().recordedAtMicros();
        int before = 1 + within(own, f.lead(), at - window);
        most = Math.max(most, before + within(shared, f.lead() / 2, at - window));
        (f.slot() == 0 ? own : shared)
            .computeIfAbsent(f.slot() == 0 ? f.lead() : f.lead() / 2, key -> new ArrayList<>())
            .add(at);
      }
    }
    return most;
  }

  private static int within(Map<Integer, List<Long>> times, int key, long since) {
    return (int) times.getOrDefault(key, List.of()).stream().filter(at -> at > since).count();
  }

  @Test
  void aPersonIsDialledAsOftenAsEachWindowAllowsAndNoMore() {
    CampaignBounds bounds =
        new CampaignBounds(
            List.of(
                FrequencyCap.rolling("day", 2, 24 * 3_600_000),
                FrequencyCap.rolling("days", 5, 4 * 24 * 3_600_000)),
            0);
    DiallingCentre world = opened(31, eager(bounds), 12);
    world.centre().run(HOUR);
    assertEquals(2, most(world, DAY));
    world.centre().run(6 * DAY);
    assertEquals(2, most(world, DAY));
    assertEquals(5, most(world, 4 * DAY), "days");
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void whyALeadWaitsIsExplainedWithTheCapThatBinds() {
    CampaignBounds bounds =
        new CampaignBounds(List.of(FrequencyCap.within("monthly", 1, CapWindow.MONTH)), 0);
    DiallingCentre world = opened(32, eager(bounds), 4);
    world.centre().run(HOUR);
    List<String> said = new ArrayList<>();
    for (int lead = 0; lead < 4; lead++) {
      said.add(explained(world, lead));
    }
    assertTrue(
        said.stream()
            .anyMatch(
                one -> one.contains("at most 1 in a calendar month for a person, by monthly")),
        said.toString());
    assertTrue(gates(world).contains(Gate.CAP), gates(world).toString());
  }

  private static List<Gate> gates(DiallingCentre world) {
    List<Gate> gates = new ArrayList<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.LeadsPutOff f) {
        gates.add(f.gate());
      }
    }
    return gates;
  }

  @Test
  void aCapForSomeNumbersLeavesTheOthersAsTheyAre() {
    FrequencyCap munich =
        new FrequencyCap("munich", 1, CapWindow.ROLLING, 24 * 3_600_000, false, List.of("4989"));
    DiallingCentre world = opened(33, eager(new CampaignBounds(List.of(munich), 0)), 12);
    world.centre().run(4 * HOUR);
    Map<IdentityId, Integer> times = new LinkedHashMap<>();
    int berlin = 0;
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled f && f.slot() == 1) {
        assertEquals(1, times.merge(f.identity(), 1, Integer::sum), f.toString());
      } else if (fact.fact() instanceof CampaignFact.Dialled) {
        berlin++;
      }
    }
    assertTrue(times.size() > 3 && berlin > 24, times.size() + " and " + berlin);
  }

  @Test
  void aNumberThatIsNotWhereTheCampaignMayDialIsLeftOutUntilItIs() {
    CampaignBounds berlin = CampaignBounds.NONE.to(List.of("4930", "49"), List.of("4989"));
    DiallingCentre world = opened(35, eager(berlin), 60);
    world.centre().run(HOUR / 6);
    assertEquals(0, shared(world));
    assertTrue(dialled(world).size() > 12, dialled(world).size() + " dialled");
    world.centre().reads(world.plan().campaign(eager(berlin.to(List.of("1"), List.of()))));
    int before = dialled(world).size();
    world.centre().run(HOUR);
    assertEquals(before, dialled(world).size());
    List<Gate> why = new ArrayList<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.LeadForbidden f) {
        why.add(f.gate());
      }
    }
    assertTrue(why.size() > 3, why.toString());
    assertEquals(List.of(Gate.DESTINATION), why.stream().distinct().toList());
    world.centre().reads(world.plan().campaign(eager(CampaignBounds.NONE)));
    world.centre().run(SECOND);
    world.starts(); // All were forbidden, so that it was exhausted.
    world.centre().run(HOUR);
    assertTrue(shared(world) > 3, shared(world) + " dialled where that is allowed again");
  }

  /** Dials of numbers that two leads share. */
  private static long shared(DiallingCentre world) {
    return world.centre().facts().stream()
        .filter(fact -> fact.fact() instanceof CampaignFact.Dialled f && f.slot() == 1)
        .count();
  }

  @Test
  void whoeverHasTalkedIsLeftInPeaceAtEveryNumberOfTheirsAndThenCalledAgain() {
    CampaignBounds bounds = new CampaignBounds(List.of(), 2 * 24 * 3_600_000);
    DiallingCentre world = opened(34, eager(bounds), 30);
    world.centre().run(DAY);
    Map<Integer, Long> talked = new LinkedHashMap<>(); // By the number that two leads share.
    int waited = 0;
    world.centre().run(3 * DAY);
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().recordedAtMicros();
      if (fact.fact() instanceof CampaignFact.Dialled f && talked.containsKey(f.lead() / 2)) {
        assertTrue(at >= talked.get(f.lead() / 2) + 2 * DAY, f.toString());
        waited++;
      } else if (fact.fact() instanceof CampaignFact.AttemptEnded f
          && f.outcome() == AttemptOutcome.TALKED
          && slot(world, f) == 1) {
        talked.put(f.lead() / 2, at);
      }
    }
    assertTrue(talked.size() > 2 && waited > 2, talked.size() + " talked, " + waited + " waited");
    assertTrue(dialled(world).size() > 60);
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  private static int slot(DiallingCentre world, CampaignFact.AttemptEnded ended) {
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled f && f.leg().equals(ended.leg())) {
        return f.slot();
      }
    }
    throw new AssertionError("never dialled: " + ended);
  }
}
