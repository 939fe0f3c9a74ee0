// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.LeadPhase;
import org.ringmaster.dialer.list.ListId;

class CampaignTrailTest {
  private static final CampaignId SPRING = new CampaignId("spring");
  private static final CallId CALL = new CallId("c1");
  private static final AgentId ANNA = new AgentId("anna");
  private static final long LATE_MILLIS = 3_000;

  private final CampaignTrail trail = new CampaignTrail();
  private long sequence;

  private void happens(CampaignFact fact) {
    sequence++;
    trail.apply(fact, new Envelope(sequence, sequence, sequence, sequence));
  }

  private void connected(LegId leg, long waitedMillis) {
    happens(new CampaignFact.Connected(SPRING, CALL, leg, ANNA, waitedMillis));
  }

  private void abandoned(LegId leg) {
    happens(new CampaignFact.Abandoned(SPRING, CALL, leg, new IdentityId("i1"), 0, null));
  }

  private CarrierResults all() {
    return Objects.requireNonNull(trail.show().get(SPRING)).all();
  }

  @Test
  void whoLosesALateAgentAndIsPutThroughAgainIsOneConnectedAndOneAbandonedCall() {
    LegId leg = new LegId("l1");
    connected(leg, LATE_MILLIS);
    abandoned(leg);
    connected(leg, LATE_MILLIS);
    happens(
        new CampaignFact.AttemptEnded(
            SPRING,
            new ListId("march"),
            0,
            CALL,
            leg,
            AttemptOutcome.TALKED,
            LeadPhase.REACHED,
            0));
    assertEquals(1, all().connected());
    assertEquals(1, all().abandoned());
  }

  @Test
  void twoCallsThatAreAbandonedAreTwo() {
    abandoned(new LegId("l1"));
    connected(new LegId("l2"), LATE_MILLIS);
    connected(new LegId("l3"), 0);
    assertEquals(2, all().connected());
    assertEquals(2, all().abandoned());
  }
}
