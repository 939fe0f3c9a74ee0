// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.count;
import static org.ringmaster.simulation.world.CampaignDay.dialled;
import static org.ringmaster.simulation.world.CampaignDay.limits;
import static org.ringmaster.simulation.world.CampaignDay.once;
import static org.ringmaster.simulation.world.CampaignDay.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.callerid.CallerIdPick;
import org.ringmaster.dialer.callerid.CallerIdPool;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.DialLimit;
import org.ringmaster.simulation.asterisk.Line;

/** What leads' telephones show, and what is made of how they answer. */
class CampaignCallerIdsTest {
  private static final long HOUR = 3_600_000_000L;
  private static final String FIRST = "+4930111111";
  private static final String SECOND = "+4930222222";

  private static CallerIdPool pool(int mostADay) {
    return new CallerIdPool("berlin", List.of(FIRST, SECOND), CallerIdPick.ROTATE, mostADay, "00");
  }

  @Test
  void eachCallShowsANumberOfThePoolAndNoneOftenerThanItMay() {
    DiallingCentre world =
        world(61, once(CampaignMode.PREDICTIVE).showing(pool(20)), 5, 500, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 9 * HOUR);
    Map<String, Integer> shown = new LinkedHashMap<>();
    world
        .centre()
        .node(DiallingCentre.EDGE)
        .refuses(
            command -> {
              if (command instanceof CallCommand.OriginateLeg ask && ask.callerNumber() != null) {
                shown.merge(ask.callerNumber().text(), 1, Integer::sum);
              }
              return 0;
            });
    world.starts();
    world.centre().run(4 * HOUR);
    assertEquals(40, dialled(world).size());
    assertEquals(20, shown.get("004930111111"), "as the trunk wants it written");
    assertEquals(20, shown.get("004930222222"));
    assertTrue(limits(world).contains(DialLimit.CALLER_IDS), limits(world).toString());
    assertEquals(40, count(world, CampaignFact.CallerIdShown.class));
  }

  @Test
  void aNumberThatPeopleLeaveUnansweredIsTold() {
    DiallingCentre world =
        world(62, once(CampaignMode.PREDICTIVE).showing(pool(0)), 10, 3_000, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 9 * HOUR);
    Line all = world.carrier();
    world
        .centre()
        .asterisk(DiallingCentre.EDGE)
        .carrier(
            call ->
                SECOND.equals(shownBy(world, call.leg()))
                    ? new Line.Reception.Ends(HangupCause.BUSY, 3_000_000)
                    : all.receive(call));
    world.starts();
    world.centre().run(4 * HOUR);
    List<CampaignFact.CallerIdFell> fell =
        world.centre().facts().stream()
            .map(RecordedFact::fact)
            .filter(CampaignFact.CallerIdFell.class::isInstance)
            .map(CampaignFact.CallerIdFell.class::cast)
            .toList();
    assertEquals(1, fell.size(), fell.toString());
    assertEquals(SECOND, fell.getFirst().number());
    assertTrue(fell.getFirst().ended() < 200, fell.toString());
  }

  private static String shownBy(DiallingCentre world, LegId leg) {
    for (RecordedFact fact : world.centre().facts().reversed()) {
      if (fact.fact() instanceof CampaignFact.CallerIdShown f && f.leg().equals(leg)) {
        return f.number();
      }
    }
    return "";
  }
}
