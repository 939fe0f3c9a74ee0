// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.dialled;
import static org.ringmaster.simulation.world.CampaignDay.world;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.DialLimit;
import org.ringmaster.dialer.campaign.Gate;
import org.ringmaster.dialer.campaign.RecallFact;
import org.ringmaster.dialer.campaign.RecallInput;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.campaign.Tariff;
import org.ringmaster.dialer.list.Lead;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListId;

/** A campaign spends what it may, by what its trunk says that calls cost. */
class CampaignSpendTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final long DAY = 24 * HOUR;
  private static final long ONE = 1_000_000;
  private static final long RATE = 20_000;
  private static final Author TESTER = new Author("tester");

  private static final Tariff TARIFF =
      new Tariff(
          "EUR", List.of(new Tariff.Rate("49", 500_000), new Tariff.Rate("4930", RATE)), 60, 1);

  private static CampaignPlan spending(long day, long campaign) {
    return DiallingCentre.campaign(CampaignMode.PROGRESSIVE)
        .boundedBy(CampaignBounds.NONE.spending(new SpendLimit(TARIFF, day, campaign)));
  }

  private static DiallingCentre opened(long seed, CampaignPlan plan, Leads leads) {
    DiallingCentre world = world(seed, plan, 6, leads, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * DAY);
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

  /** What each answered line of the campaign cost, by the plainest count of its legs. */
  private static Map<LegId, Long> costs(DiallingCentre world) {
    Map<LegId, Long> answered = new LinkedHashMap<>();
    Map<LegId, Long> costs = new LinkedHashMap<>();
    Set<LegId> ours = new HashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().occurredAtMicros();
      if (fact.fact() instanceof CampaignFact.Dialled f) {
        ours.add(f.leg());
      } else if (fact.fact() instanceof CallFact.LegAnswered f && ours.contains(f.leg())) {
        answered.put(f.leg(), at);
      } else if (fact.fact() instanceof CallFact.LegEnded f && answered.containsKey(f.leg())) {
        long seconds = (at - answered.get(f.leg()) + SECOND - 1) / SECOND;
        costs.put(f.leg(), (RATE * Math.max(60, seconds) + 59) / 60);
      }
    }
    return costs;
  }

  private static long billed(DiallingCentre world) {
    long sum = 0;
    for (RecordedFact fact : world.centre().facts()) {
      sum += fact.fact() instanceof CampaignFact.LineBilled f ? f.cost() : 0;
    }
    return sum;
  }

  /** The most that was paid, and is kept at a minute a line, when somebody was dialled. */
  private static long mostAtADial(DiallingCentre world) {
    long most = 0;
    long paid = 0;
    long lines = 0;
    for (RecordedFact fact : world.centre().facts()) {
      switch (fact.fact()) {
        case CampaignFact.LineBilled f -> paid += f.cost();
        case CampaignFact.AttemptEnded f -> lines--;
        case CampaignFact.Dialled f -> {
          lines++;
          most = Math.max(most, paid + lines * RATE);
        }
        default -> {}
      }
    }
    return most;
  }

  @Test
  void nobodyIsDialledOnceTheDaysMoneyIsSpentAndTheNextDayGoesOn() {
    DiallingCentre world = opened(41, spending(ONE, 0), DiallingCentre.leads(2_000));
    world.centre().run(6 * HOUR);
    assertEquals(DialLimit.SPEND, world.campaigns().books().limitOf(DiallingCentre.CAMPAIGN));
    int first = dialled(world).size();
    assertTrue(billed(world) > ONE * 9 / 10, billed(world) + " spent");
    world.centre().run(HOUR);
    assertEquals(first, dialled(world).size());
    String why = explained(world, 1_999);
    assertTrue(why.contains("may spend is spent"), why);
    assertTrue(why.contains(" of 1 EUR today"), why);
    world.centre().run(DAY);
    assertTrue(dialled(world).size() > first, "no more than " + first + " on the next day");
    assertEquals(costs(world).values().stream().mapToLong(Long::longValue).sum(), billed(world));
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void whatACampaignMaySpendInAllIsSpentOnce() {
    DiallingCentre world = opened(42, spending(ONE, ONE * 3 / 2), DiallingCentre.leads(2_000));
    world.centre().run(3 * DAY);
    long spent = billed(world);
    assertTrue(spent > ONE * 13 / 10, spent + " spent");
    assertTrue(mostAtADial(world) <= ONE * 3 / 2, mostAtADial(world) + " spent and kept");
    assertEquals(DialLimit.SPEND, world.campaigns().books().limitOf(DiallingCentre.CAMPAIGN));
  }

  @Test
  void whatIsNotBoundIsCountedAllTheSame() {
    DiallingCentre world = opened(43, spending(0, 0), DiallingCentre.leads(200));
    world.centre().run(6 * HOUR);
    assertTrue(billed(world) > 2 * ONE, billed(world) + " spent");
    assertEquals(costs(world).values().stream().mapToLong(Long::longValue).sum(), billed(world));
  }

  @Test
  void aNumberWithoutARateIsNotDialledUntilThereIsOne() {
    Leads abroad =
        Leads.of(
            List.of(
                Lead.of(4_930_000_001L, DiallingCentre.BERLIN),
                Lead.of(43_1_000_002L, DiallingCentre.BERLIN)));
    DiallingCentre world = opened(44, spending(ONE, 0), abroad);
    world.centre().run(HOUR);
    String why = explained(world, 1);
    assertTrue(why.contains("no rate for the number"), why);
    assertTrue(
        world.centre().facts().stream()
            .anyMatch(
                one ->
                    one.fact() instanceof CampaignFact.LeadForbidden f && f.gate() == Gate.NO_RATE),
        "nobody was kept back");
    Tariff whole = new Tariff("EUR", List.of(new Tariff.Rate("", RATE)), 60, 60);
    CampaignBounds bounds = CampaignBounds.NONE.spending(new SpendLimit(whole, ONE, 0));
    world.centre().reads(world.plan().campaign(spending(ONE, 0).boundedBy(bounds)));
    world.centre().run(HOUR);
    assertTrue(dialled(world).contains(1), "not dialled with a rate either");
  }

  @Test
  void aTalkThatEndedWhileThePlatformWasAwayCostsNoMoreThanUntilItsEnd() {
    DiallingCentre world = opened(45, spending(100 * ONE, 0), DiallingCentre.leads(2_000));
    world.centre().run(600 * SECOND);
    world.centre().dies();
    world.centre().run(2 * HOUR);
    world.centre().restarts();
    world.centre().run(HOUR);
    long dead =
        world.centre().facts().stream()
            .filter(one -> one.fact() instanceof CallFact.EndWitnessed f && f.answeredMicros() > 0)
            .count();
    assertTrue(dead > 0, "nobody talked when it was killed");
    long longest = 0;
    for (RecordedFact fact : world.centre().facts()) {
      longest =
          fact.fact() instanceof CampaignFact.LineBilled f
              ? Math.max(longest, f.seconds())
              : longest;
    }
    assertTrue(longest < HOUR / SECOND, longest + " seconds billed");
    Set<LegId> priced = new HashSet<>();
    Set<LegId> witnessed = new HashSet<>();
    Set<LegId> billed = new HashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      switch (fact.fact()) {
        case CampaignFact.LinePriced f -> priced.add(f.leg());
        case CallFact.EndWitnessed f when f.answeredMicros() > 0 -> witnessed.add(f.leg());
        case CampaignFact.LineBilled f ->
            assertTrue(billed.add(f.leg()), f.leg() + " is billed twice");
        default -> {}
      }
    }
    witnessed.retainAll(priced);
    assertTrue(!witnessed.isEmpty() && billed.containsAll(witnessed), "a talk costs nothing");
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void aZoneThatIsWestOfTheOldOneGivesNoMoneyOfTheSameDayAgain() {
    DiallingCentre world = opened(46, spending(ONE, 0), DiallingCentre.leads(9_000));
    world
        .centre()
        .run(DAY - world.centre().agenda().micros() % DAY + 6 * HOUR); // 6 in the morning.
    assertEquals(DialLimit.SPEND, world.campaigns().books().limitOf(DiallingCentre.CAMPAIGN));
    long spent = billed(world);
    CampaignPlan here = spending(ONE, 0);
    Calendar west =
        new Calendar(new CalendarId("west"), "Etc/GMT+12", here.hours().hours(), List.of());
    CampaignPlan there =
        CampaignPlan.of(here.id(), here.queue(), here.trunk(), here.mode(), west)
            .boundedBy(here.limits());
    world.centre().reads(world.plan().campaign(there));
    world.centre().run(HOUR);
    assertTrue(billed(world) - spent < ONE / 10, billed(world) + " after " + spent);
  }

  @Test
  void moreMoneyAsksAboutNoLeadAnewWhomSomethingElseForbids() {
    DiallingCentre world = opened(47, spending(100 * ONE, 0), DiallingCentre.leads(2_000));
    world.tells(
        new JourneyInput.Forbid(new Personal("+4930000020"), ConsentScope.CAMPAIGN, TESTER));
    world.centre().run(600 * SECOND);
    assertEquals(1, count(world, CampaignFact.LeadForbidden.class));
    world.centre().reads(world.plan().campaign(spending(200 * ONE, 0)));
    world.centre().run(HOUR);
    assertEquals(1, count(world, CampaignFact.LeadForbidden.class));
  }

  @Test
  void aCallThatIsAgreedWaitsForTheRateThatIsMissing() {
    DiallingCentre world = opened(48, spending(100 * ONE, 0), DiallingCentre.leads(2_000));
    ListId list = world.campaigns().books().lists(DiallingCentre.CAMPAIGN).get(0);
    long due = world.centre().agenda().micros() / SECOND + 1_800;
    String at =
        LocalDateTime.ofInstant(Instant.ofEpochSecond(due), DiallingCentre.BERLIN).toString();
    world.tells(new RecallInput.Say(DiallingCentre.CAMPAIGN, list, 1_900, at, null, TESTER));
    world.centre().run(600 * SECOND);
    Tariff elsewhere = new Tariff("EUR", List.of(new Tariff.Rate("33", RATE)), 60, 60);
    SpendLimit limit = new SpendLimit(elsewhere, 100 * ONE, 0);
    world
        .centre()
        .reads(
            world.plan().campaign(spending(0, 0).boundedBy(CampaignBounds.NONE.spending(limit))));
    world.tells(new CampaignInput.Start(DiallingCentre.CAMPAIGN, TESTER));
    world.centre().run(HOUR);
    assertFalse(dialled(world).contains(1_900));
    assertEquals(0, count(world, RecallFact.Ended.class));
    world.centre().reads(world.plan().campaign(spending(100 * ONE, 0)));
    world.centre().run(HOUR);
    assertTrue(dialled(world).contains(1_900), "not dialled with a rate either");
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  private static long count(DiallingCentre world, Class<?> kind) {
    return world.centre().facts().stream().filter(one -> kind.isInstance(one.fact())).count();
  }
}
