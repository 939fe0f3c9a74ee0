// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.dialled;
import static org.ringmaster.simulation.world.CampaignDay.limits;
import static org.ringmaster.simulation.world.CampaignDay.once;
import static org.ringmaster.simulation.world.CampaignDay.world;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignBooks;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CampaignState;
import org.ringmaster.dialer.campaign.DialLimit;
import org.ringmaster.dialer.list.ListId;

/** From when and until when a campaign dials. */
class CampaignTimesTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;

  private static CampaignPlan plan(long from, long until) {
    return once(CampaignMode.PREDICTIVE).boundedBy(CampaignBounds.NONE.between(from, until));
  }

  /** With a campaign that is bounded by times from its beginning on. */
  private static DiallingCentre opened(long seed, long fromAfter, long untilAfter) {
    DiallingCentre world = world(seed, plan(0, 0), 10, 900, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 8 * HOUR);
    long now = world.centre().agenda().micros();
    long from = fromAfter == 0 ? 0 : now + fromAfter;
    world.centre().reads(world.plan().campaign(plan(from, untilAfter == 0 ? 0 : now + untilAfter)));
    world.centre().run(SECOND);
    return world;
  }

  private static String asked(DiallingCentre world, CampaignInput input) {
    var answer = world.centre().inlet().ask(input);
    world.centre().run(SECOND);
    return answer.join().toString();
  }

  private static String explained(DiallingCentre world) {
    ListId list = world.campaigns().books().lists(DiallingCentre.CAMPAIGN).get(0);
    return asked(world, new CampaignInput.Explain(DiallingCentre.CAMPAIGN, list, 3));
  }

  private static String started(DiallingCentre world) {
    return asked(world, new CampaignInput.Start(DiallingCentre.CAMPAIGN, new Author("tester")));
  }

  @Test
  void beforeItBeginsACampaignDialsNobodyAndThenByItself() {
    DiallingCentre world = opened(41, HOUR, 0);
    String said = started(world);
    assertTrue(said.contains("It begins at 20") && said.contains("in Europe/Berlin"), said);
    world.centre().run(HOUR - 10 * SECOND);
    assertEquals(0, dialled(world).size());
    assertTrue(limits(world).contains(DialLimit.TOO_EARLY), limits(world).toString());
    said = explained(world);
    assertTrue(said.contains("Not now: the campaign begins later, at 20"), said);
    world.centre().run(60 * SECOND);
    assertTrue(dialled(world).size() > 5, dialled(world).size() + " dialled");
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void whenItsTimeIsOverACampaignIsPausedByItselfAndWhatRingsIsLeftToIt() {
    DiallingCentre world = opened(42, 0, HOUR);
    long end = world.centre().agenda().micros() - SECOND + HOUR;
    started(world);
    world.centre().run(end + SECOND - world.centre().agenda().micros());
    CampaignBooks books = world.campaigns().books();
    assertEquals(CampaignState.PAUSED, books.stateOf(DiallingCentre.CAMPAIGN));
    int before = dialled(world).size();
    int ringing = books.numbersOf(DiallingCentre.CAMPAIGN).ringing();
    assertTrue(before > 100 && ringing > 0, before + " dialled, " + ringing + " ring");
    String said = explained(world);
    world.centre().run(HOUR);
    assertEquals(before, dialled(world).size());
    assertEquals(0, books.attempts().size());
    long latest = 0;
    long last = 0;
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled) {
        latest = fact.envelope().recordedAtMicros();
      } else if (fact.fact() instanceof CampaignFact.AttemptEnded f) {
        last = fact.envelope().recordedAtMicros();
        assertTrue(f.outcome() != AttemptOutcome.LOST, f.toString());
      }
    }
    assertTrue(last > end + 3 * SECOND, "all were hung up at " + end);
    assertTrue(latest < end && latest > end - 60 * SECOND, "the last one at " + latest);
    assertTrue(
        said.contains("the campaign's time is over, since 20")
            || said.contains("talked")
            || said.contains("not called any more"),
        said);
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void whoseTimeIsOverIsStartedWithALaterEndOnly() {
    DiallingCentre world = opened(43, 0, 60 * SECOND);
    world.centre().run(120 * SECOND);
    String said = started(world);
    assertTrue(said.contains("is over, since 20") && said.contains("later until"), said);
    assertTrue(explained(world).contains("the campaign's time is over, since 20"));
    assertEquals(0, dialled(world).size());
    world.centre().reads(world.plan().campaign(plan(0, world.centre().agenda().micros() + HOUR)));
    world.centre().run(SECOND);
    started(world);
    world.centre().run(60 * SECOND);
    assertTrue(dialled(world).size() > 5, dialled(world).size() + " dialled");
  }
}
