// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.abandoned;
import static org.ringmaster.simulation.world.CampaignDay.once;
import static org.ringmaster.simulation.world.CampaignDay.world;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.DialLimit;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.ListInput;
import org.ringmaster.dialer.list.ListUse;

/** Two campaigns whose queues share agents. */
class CampaignsTogetherTest {
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final Author TESTER = new Author("tester");
  private static final CampaignId SECOND_CAMPAIGN = new CampaignId("welcome");
  private static final CampaignId THIRD_CAMPAIGN = new CampaignId("third");
  private static final QueueId SECOND_QUEUE = new QueueId("welcomes");
  private static final int LEADS = 2_000;

  private static List<AgentId> team(DiallingCentre world) {
    return Objects.requireNonNull(world.centre().centre().acd().books().queue(DiallingCentre.QUEUE))
        .agents();
  }

  private static Queue queue(QueueId id, List<AgentId> agents) {
    return new Queue(
        id,
        Strategy.LONGEST_IDLE,
        agents,
        20_000,
        5_000,
        60_000,
        true,
        0,
        Overflow.HANG_UP,
        "default",
        20_000);
  }

  private static DiallingCentre opened(long seed, CampaignMode mode, int agents) {
    DiallingCentre world = world(seed, once(mode), agents, LEADS, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 6 * HOUR);
    return world;
  }

  /** A second campaign comes, whose queue has these agents; both start. */
  private static void together(DiallingCentre world, CampaignMode mode, List<AgentId> agents) {
    comes(world, SECOND_CAMPAIGN, SECOND_QUEUE, mode, agents);
    world.starts();
    world.tells(new CampaignInput.Start(SECOND_CAMPAIGN, TESTER));
  }

  private static void comes(
      DiallingCentre world,
      CampaignId campaign,
      QueueId queue,
      CampaignMode mode,
      List<AgentId> agents) {
    comes(
        world,
        CampaignPlan.of(campaign, queue, DiallingCentre.TRUNK, mode, DiallingCentre.always())
            .recycling(1, List.of()),
        agents);
  }

  private static void comes(DiallingCentre world, CampaignPlan plan, List<AgentId> agents) {
    world.centre().reads(world.plan().queue(queue(plan.queue(), agents)).campaign(plan));
    world.centre().run(SECOND);
    world.tells(
        new ListInput.Load(
            ListUse.DIAL,
            plan.id().value(),
            "0",
            "0",
            "leads.csv",
            LEADS,
            new ImportLedger(LEADS, LEADS, List.of(), LEADS, 0),
            false,
            TESTER));
    world.centre().run(SECOND);
  }

  private static Map<CampaignId, Integer> dials(DiallingCentre world) {
    Map<CampaignId, Integer> dials = new LinkedHashMap<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled f) {
        dials.merge(f.campaign(), 1, Integer::sum);
      }
    }
    return dials;
  }

  private static void areDialledAsOften(DiallingCentre world) {
    int first = dials(world).getOrDefault(DiallingCentre.CAMPAIGN, 0);
    int second = dials(world).getOrDefault(SECOND_CAMPAIGN, 0);
    double share = (double) first / (first + second);
    assertTrue(share > 0.4 && share < 0.6, first + " and " + second);
  }

  @Test
  void progressiveOnesTakeTurnsAndNeverDialTwiceForOneAgent() {
    DiallingCentre world = opened(31, CampaignMode.PROGRESSIVE, 6);
    together(world, CampaignMode.PROGRESSIVE, team(world));
    world.centre().run(HOUR);
    areDialledAsOften(world);
    assertEquals(0, abandoned(world));
    linesAreAtMost(6, world);
  }

  @Test
  void oneIdleAgentOfTwoOtherCampaignsIsNotCountedForEach() {
    DiallingCentre world = opened(34, CampaignMode.PROGRESSIVE, 2);
    List<AgentId> team = team(world);
    world.centre().reads(world.plan().queue(queue(DiallingCentre.QUEUE, team.subList(0, 1))));
    comes(world, SECOND_CAMPAIGN, SECOND_QUEUE, CampaignMode.PROGRESSIVE, team);
    comes(world, THIRD_CAMPAIGN, new QueueId("thirds"), CampaignMode.PROGRESSIVE, team);
    for (CampaignId id : List.of(SECOND_CAMPAIGN, THIRD_CAMPAIGN, DiallingCentre.CAMPAIGN)) {
      world.tells(new CampaignInput.Start(id, TESTER));
    }
    world.centre().run(HOUR);
    linesAreAtMost(2, world);
  }

  private static void linesAreAtMost(int agents, DiallingCentre world) {
    Set<LegId> out = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      switch (fact.fact()) {
        case CampaignFact.Dialled f -> {
          out.add(f.leg());
          assertTrue(out.size() <= agents, "more lines than agents: " + f);
        }
        case CampaignFact.AttemptEnded f -> out.remove(f.leg());
        default -> {}
      }
    }
  }

  @Test
  void predictiveOnesTogetherAbandonNoMoreThanOneAlone() {
    DiallingCentre world = opened(32, CampaignMode.PREDICTIVE, 10);
    together(world, CampaignMode.PREDICTIVE, team(world));
    world.centre().run(2 * HOUR);
    assertEquals(2, dials(world).size());
    long connected = CampaignDay.count(world, CampaignFact.Connected.class);
    long all = connected + abandoned(world);
    assertTrue(all > 200, "answered: " + all);
    assertTrue(abandoned(world) <= all * 0.03 + 4, abandoned(world) + " of " + all);
  }

  @Test
  void aNumberThatALooserCampaignAbandonedRestsAsLongAsWhoWouldCallItWants() {
    DiallingCentre world =
        world(37, once(CampaignMode.POWER).abandoning(100).locking(0), 5, LEADS, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 6 * HOUR);
    world.starts();
    while (abandoned(world) < 20) {
      world.centre().run(SECOND);
    }
    world.pauses();
    world.centre().run(60 * SECOND);
    Set<IdentityId> dropped = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Abandoned f) {
        dropped.add(f.identity());
      }
    }
    comes(world, SECOND_CAMPAIGN, SECOND_QUEUE, CampaignMode.PROGRESSIVE, team(world));
    world.tells(new CampaignInput.Start(SECOND_CAMPAIGN, TESTER));
    world.centre().run(2 * HOUR);
    int others = 0;
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled f && f.campaign().equals(SECOND_CAMPAIGN)) {
        others++;
        assertFalse(dropped.contains(f.identity()), "dialled though locked: " + f);
      }
    }
    assertTrue(others > 400, others + " were dialled");
  }

  @Test
  void whatOneOfADropGroupAbandonsHoldsTheOthersBack() {
    assertTrue(limits("energy").contains(DialLimit.ABANDONED));
    assertFalse(limits(null).contains(DialLimit.ABANDONED));
  }

  @Test
  void aGroupThatHasAbandonedNothingAllowsNobodyMore() {
    DiallingCentre world = opened(36, CampaignMode.POWER, 16);
    List<AgentId> team = team(world);
    world
        .centre()
        .reads(
            world
                .plan()
                .queue(queue(DiallingCentre.QUEUE, team.subList(0, 8)))
                .campaign(once(CampaignMode.POWER).inDropGroup("energy")));
    CampaignPlan harmless =
        CampaignPlan.of(
                SECOND_CAMPAIGN,
                SECOND_QUEUE,
                DiallingCentre.TRUNK,
                CampaignMode.PROGRESSIVE,
                DiallingCentre.always())
            .recycling(1, List.of())
            .inDropGroup("energy");
    comes(world, harmless, team.subList(8, 16));
    world.tells(new CampaignInput.Start(SECOND_CAMPAIGN, TESTER));
    world.centre().run(HOUR / 2);
    assertEquals(0, abandoned(world));
    world.starts();
    world.centre().run(HOUR / 2);
    assertTrue(limits(world, DiallingCentre.CAMPAIGN).contains(DialLimit.ABANDONED));
    assertTrue(abandoned(world) < 5, "abandoned: " + abandoned(world));
  }

  /**
   * What held back a careful campaign beside one that abandons much, whose agents are others.
   *
   * @param group that of the careful one
   */
  private static Set<DialLimit> limits(@Nullable String group) {
    DiallingCentre world = opened(35, CampaignMode.POWER, 16);
    List<AgentId> team = team(world);
    world
        .centre()
        .reads(
            world
                .plan()
                .queue(queue(DiallingCentre.QUEUE, team.subList(0, 8)))
                .campaign(once(CampaignMode.POWER).inDropGroup("energy")));
    CampaignPlan careful =
        CampaignPlan.of(
                SECOND_CAMPAIGN,
                SECOND_QUEUE,
                DiallingCentre.TRUNK,
                CampaignMode.PREDICTIVE,
                DiallingCentre.always())
            .recycling(1, List.of());
    comes(world, group == null ? careful : careful.inDropGroup(group), team.subList(8, 16));
    world.starts();
    for (int second = 0;
        second < 1_800 && !limits(world, DiallingCentre.CAMPAIGN).contains(DialLimit.ABANDONED);
        second++) {
      world.centre().run(SECOND);
    }
    assertTrue(abandoned(world) > 0, "nobody was abandoned");
    world.tells(new CampaignInput.Start(SECOND_CAMPAIGN, TESTER));
    world.centre().run(10 * SECOND);
    return limits(world, SECOND_CAMPAIGN);
  }

  private static Set<DialLimit> limits(DiallingCentre world, CampaignId campaign) {
    Set<DialLimit> limits = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.LimitChanged f && f.campaign().equals(campaign)) {
        limits.add(f.limit());
      }
    }
    return limits;
  }

  @Test
  void whoSharesOneAgentWithABusyCampaignIsNotKeptFromItsOwn() {
    DiallingCentre world = opened(33, CampaignMode.PROGRESSIVE, 12);
    List<AgentId> team = team(world);
    world.centre().reads(world.plan().queue(queue(DiallingCentre.QUEUE, team.subList(0, 9))));
    together(world, CampaignMode.PROGRESSIVE, team.subList(8, 12));
    world.centre().run(HOUR);
    int first = dials(world).getOrDefault(DiallingCentre.CAMPAIGN, 0);
    int second = dials(world).getOrDefault(SECOND_CAMPAIGN, 0);
    assertTrue(second > first / 4, first + " and " + second);
    assertEquals(0, abandoned(world));
  }
}
