// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.abandoned;
import static org.ringmaster.simulation.world.CampaignDay.count;
import static org.ringmaster.simulation.world.CampaignDay.dialled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.dialer.campaign.Attempt;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.AttemptPhase;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CampaignState;
import org.ringmaster.dialer.campaign.MessageRules;

/** Campaigns without agents: a message with keys, with the real core and simulated people. */
class AgentlessTest {
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;

  private static CampaignPlan plan() {
    return CampaignDay.once(CampaignMode.AGENTLESS)
        .telling(new MessageRules(List.of(Prompt.sound("hello-world")), "1", "9", 5_000));
  }

  @Test
  void aMessageReachesEveryLeadWithoutAnyAgentAndEachAttemptHasItsOutcome() {
    DiallingCentre world = CampaignDay.world(31, plan(), 0, 300, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + HOUR);
    world.starts();
    world.centre().run(HOUR);
    assertEquals(
        CampaignState.EXHAUSTED, world.campaigns().books().stateOf(DiallingCentre.CAMPAIGN));
    assertEquals(300, new LinkedHashSet<>(dialled(world)).size());
    assertEquals(300, dialled(world).size());
    assertEquals(0, abandoned(world));
    Map<AttemptOutcome, Integer> outcomes = outcomes(world);
    assertTrue(outcomes.getOrDefault(AttemptOutcome.HEARD, 0) > 20, outcomes.toString());
    assertEquals(0, world.centre().asterisk(DiallingCentre.EDGE).legs().size(), "legs are left");
  }

  @Test
  void whoPressesTheKeysReachesTheQueueOrIsNeverCalledAgain() {
    DiallingCentre world = CampaignDay.world(32, plan(), 2, 60, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + HOUR);
    world.starts();
    List<String> keys = new ArrayList<>(List.of("1", "9"));
    for (int i = 0; i < 300 && !keys.isEmpty(); i++) {
      world.centre().run(SECOND / 4);
      for (Attempt attempt : world.campaigns().books().attempts()) {
        if (attempt.phase() == AttemptPhase.TOLD && !keys.isEmpty()) {
          press(world, attempt, keys.remove(0));
          world.centre().run(SECOND / 10);
        }
      }
    }
    assertEquals(List.of(), keys);
    world.centre().run(HOUR);
    Map<AttemptOutcome, Integer> outcomes = outcomes(world);
    assertEquals(1, outcomes.get(AttemptOutcome.QUEUED), outcomes.toString());
    assertEquals(1, outcomes.get(AttemptOutcome.OPTED_OUT), outcomes.toString());
    assertEquals(1, count(world, QueueFact.EntryConnected.class));
    assertEquals(1, count(world, JourneyFact.ConsentRefused.class));
    assertEquals(0, abandoned(world));
  }

  @Test
  void theTimeForAKeyBeginsWhenTheMessageIsOver() {
    MessageRules longer =
        new MessageRules(Collections.nCopies(4, Prompt.sound("hello-world")), "1", "9", 500);
    DiallingCentre world = CampaignDay.world(34, plan().telling(longer), 0, 300, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + HOUR);
    world.starts();
    world.centre().run(HOUR);
    Map<LegId, Long> answered = new LinkedHashMap<>();
    int heard = 0;
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().recordedAtMicros();
      if (fact.fact() instanceof CampaignFact.MessageWent f && f.phase() == AttemptPhase.TOLD) {
        answered.put(f.leg(), at);
      } else if (fact.fact() instanceof CampaignFact.MessageWent f
          && f.phase() == AttemptPhase.HEARD) {
        heard++;
        assertTrue(at - answered.get(f.leg()) > 3 * SECOND, "cut off in the middle: " + f);
      }
    }
    assertTrue(heard > 3, "heard: " + heard);
  }

  @Test
  void itDialsNoMoreLinesThanItMay() {
    CampaignPlan few =
        new CampaignPlan(
            plan().id(),
            plan().queue(),
            plan().trunk(),
            plan().mode(),
            2,
            3,
            3,
            7,
            plan().ringMillis(),
            plan().leastRingMillis(),
            plan().holdMillis(),
            null,
            "+",
            plan().hours(),
            1,
            3,
            plan().lockMillis(),
            List.of(),
            List.of(),
            false,
            null,
            null,
            null,
            plan().message());
    DiallingCentre world = CampaignDay.world(33, few, 0, 60, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + HOUR);
    world.starts();
    int most = 0;
    for (int i = 0; i < 600; i++) {
      world.centre().run(SECOND / 2);
      most = Math.max(most, world.campaigns().books().attempts().size());
    }
    assertEquals(7, most);
  }

  private static void press(DiallingCentre world, Attempt attempt, String key) {
    world.tells(new CallInput.DigitPressed(DiallingCentre.EDGE, attempt.leg(), key, 100));
  }

  private static Map<AttemptOutcome, Integer> outcomes(DiallingCentre world) {
    Map<AttemptOutcome, Integer> outcomes = new EnumMap<>(AttemptOutcome.class);
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.AttemptEnded f) {
        outcomes.merge(f.outcome(), 1, Integer::sum);
      }
    }
    return outcomes;
  }
}
