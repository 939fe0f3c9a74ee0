// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.RecallInput;
import org.ringmaster.dialer.list.Lead;
import org.ringmaster.dialer.list.LeadDetails;
import org.ringmaster.dialer.list.Leads;

/** By whose clock a call is agreed. */
class RecallClockTest {
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;

  @Test
  void whatAnAgentAgreesIsByTheClockOfTheNumberThatTheyTalkedWith() {
    List<ZoneId> zones = List.of(ZoneId.of("America/Chicago"), ZoneId.of("America/New_York"));
    List<Lead> leads = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      leads.add(new Lead(List.of(12_125_550_100L + i), zones, LeadDetails.NONE));
    }
    DiallingCentre world =
        CampaignDay.world(
            41,
            DiallingCentre.campaign(CampaignMode.PROGRESSIVE),
            3,
            Leads.of(leads),
            TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 5 * HOUR);
    world.starts();
    CampaignFact.Connected talk = firstTalk(world);
    long later = (world.centre().agenda().micros() + 10 * HOUR) / SECOND;
    String at =
        LocalDateTime.ofInstant(Instant.ofEpochSecond(later), DiallingCentre.BERLIN).toString();
    var answer =
        world.centre().inlet().ask(new RecallInput.Agree(talk.agent(), talk.call(), at, false));
    world.centre().run(SECOND);
    String said = answer.join().toString();
    assertTrue(said.contains("in America/New_York."), said);
  }

  private static CampaignFact.Connected firstTalk(DiallingCentre world) {
    while (true) {
      for (RecordedFact fact : world.centre().facts()) {
        if (fact.fact() instanceof CampaignFact.Connected talk) {
          return talk;
        }
      }
      world.centre().run(SECOND);
    }
  }
}
