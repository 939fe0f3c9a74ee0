// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.once;
import static org.ringmaster.simulation.world.CampaignDay.world;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.AbandonReason;
import org.ringmaster.dialer.campaign.Attempt;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.AttemptPhase;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.simulation.asterisk.AsteriskWatcher;
import org.ringmaster.simulation.asterisk.SimulatedAsterisk;
import org.ringmaster.simulation.asterisk.SimulatedLeg;

/**
 * Whoever answers while the platform is cut off is hung up by Asterisk at once: they heard nobody.
 * The second witness has seen it.
 */
class UnseenAnswersTest {
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;

  @Test
  void whoAnswersWhileThePlatformIsCutOffCountsAsAbandoned() {
    DiallingCentre world =
        world(48, once(CampaignMode.POWER).abandoning(100), 20, 6_000, TelephoneUse.OPEN);
    Map<LegId, Long> unheard = unheardBy(world);
    opens(world);
    for (int i = 0; i < 30; i++) {
      world.centre().run(60 * SECOND);
      if (i % 2 == 0) {
        world.centre().node(DiallingCentre.EDGE).isCut(5 * SECOND);
      } else {
        world.centre().dies();
        world.centre().run(5 * SECOND);
        world.centre().restarts();
      }
    }
    world.centre().run(60 * SECOND);
    assertTrue(unheard.size() > 10, unheard.size() + " answered and heard nobody");
    Set<LegId> counted = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Answered f && unheard.containsKey(f.leg())) {
        long off = f.sinceMicros() - Objects.requireNonNull(unheard.get(f.leg()));
        assertTrue(Math.abs(off) < SECOND / 2, off + " us from when they answered: " + f);
      } else if (fact.fact() instanceof CampaignFact.Abandoned f
          && f.reason() == AbandonReason.UNSEEN) {
        counted.add(f.leg());
      } else if (fact.fact() instanceof CampaignFact.AttemptEnded f
          && unheard.containsKey(f.leg())) {
        assertEquals(AttemptOutcome.ABANDONED, f.outcome(), () -> f + " was answered");
      }
    }
    assertEquals(unheard.keySet(), counted);
    assertEquals(0, outcomes(world).getOrDefault(AttemptOutcome.LOST, 0));
  }

  @Test
  void whoWasNotAnsweredWhileThePlatformWasCutOffIsNoLiveAnswer() {
    DiallingCentre world = progressive(49);
    opens(world);
    world.centre().run(300 * SECOND);
    long answered = world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).answered();
    Map<LegId, Long> unheard = unheardBy(world);
    int ringing = world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).ringing();
    world.pauses();
    world.centre().node(DiallingCentre.EDGE).isCut(90 * SECOND); // All have rung out by then.
    world.centre().run(100 * SECOND);
    assertTrue(ringing > unheard.size(), ringing + " rang, " + unheard.size() + " answered");
    assertEquals(0, outcomes(world).getOrDefault(AttemptOutcome.LOST, 0));
    long now = world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).answered();
    assertEquals(answered + unheard.size(), now);
  }

  @Test
  void aPlatformThatDiesBeforeTheWitnessSpeaksAsksItAgain() {
    DiallingCentre world = progressive(51);
    opens(world);
    world.centre().run(300 * SECOND);
    world.pauses();
    world.centre().node(DiallingCentre.EDGE).isCut(90 * SECOND); // All have rung out by then.
    for (int i = 0; i < 1_000 && unseen(world) == 0; i++) {
      world.centre().run(SECOND / 10);
    }
    assertTrue(unseen(world) > 0, "the witness has not spoken yet");
    world.centre().dies();
    world.centre().restarts();
    world.centre().run(45 * SECOND);
    assertEquals(0, unseen(world));
    assertEquals(0, outcomes(world).getOrDefault(AttemptOutcome.LOST, 0));
  }

  @Test
  void whomNoWitnessSawIsLostFromSightAndLeftInPeaceUntilThen() {
    DiallingCentre world = progressive(50);
    opens(world);
    world.centre().run(300 * SECOND);
    int ringing = world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).ringing();
    world.pauses();
    world.centre().asterisk(DiallingCentre.EDGE).crash();
    world.centre().run(SECOND);
    world.centre().asterisk(DiallingCentre.EDGE).start();
    world.centre().run(10 * SECOND);
    assertTrue(ringing > 0);
    assertEquals(ringing, unseen(world), "wait for the witness");
    world.centre().dies(); // And are not forgotten.
    world.centre().restarts();
    world.centre().run(45 * SECOND);
    assertEquals(0, unseen(world));
    assertEquals(ringing, outcomes(world).getOrDefault(AttemptOutcome.LOST, 0));
  }

  private static DiallingCentre progressive(long seed) {
    return world(seed, once(CampaignMode.PROGRESSIVE), 20, 6_000, TelephoneUse.OPEN);
  }

  private static void opens(DiallingCentre world) {
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
  }

  private static int unseen(DiallingCentre world) {
    int unseen = 0;
    for (Attempt one : world.campaigns().books().attempts()) {
      unseen += one.phase() == AttemptPhase.UNSEEN ? 1 : 0;
    }
    return unseen;
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

  /** Who answers while nobody is connected to the node, from now on, and when. */
  private static Map<LegId, Long> unheardBy(DiallingCentre world) {
    Map<LegId, Long> unheard = new LinkedHashMap<>();
    SimulatedAsterisk edge = world.centre().asterisk(DiallingCentre.EDGE);
    edge.watchedBy(
        new AsteriskWatcher() {
          @Override
          public void up(NodeId node, SimulatedLeg leg) {
            if (!edge.hasApplication()) {
              unheard.put(leg.id(), world.centre().clockMicros());
            }
          }
        });
    return unheard;
  }
}
