// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.ScreeningTest.endsWell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.MachinePolicy;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.people.DetectorHabits;

/** The time for an agent runs from the end of what who has answered says first. */
class GreetingsTest {

  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;

  /** Nobody screens: it only says that people greet for 0.7 seconds, and machines for long. */
  private static final DetectorHabits GREETS = DetectorHabits.after(1.5, 2.6, 20);

  private static final CampaignPlan PLAN = CampaignDay.once(CampaignMode.POWER).hearingGreetings();

  @Test
  void whoHasFinishedTheirGreetingWaitsTwoSecondsFromItsEnd() {
    DiallingCentre world = ScreeningTest.worked(31, PLAN, GREETS);
    List<Long> waits = waits(world);
    assertTrue(waits.stream().filter(wait -> Math.abs(wait - 2_700) <= 20).count() > 3, "" + waits);
    // Who talks on and on is told who called after three seconds.
    waits.forEach(
        wait ->
            assertTrue(Math.abs(wait - 2_700) <= 20 || Math.abs(wait - 3_000) <= 20, "" + waits));
    endsWell(world);
  }

  @Test
  void aGreetingEndsWhenItDoesThoughTheNodesClockIsBehind() {
    DiallingCentre world = ScreeningTest.world(31, PLAN, GREETS);
    world.centre().asterisk(DiallingCentre.EDGE).clockIsBehind(9 * SECOND / 10);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    world.centre().run(5 * HOUR);
    List<Long> waits = waits(world);
    assertTrue(waits.stream().filter(wait -> Math.abs(wait - 2_700) <= 20).count() > 3, "" + waits);
    waits.forEach(wait -> assertTrue(wait > 2_600, "" + waits));
    endsWell(world);
  }

  @Test
  void whereNobodyTellsOfTalkTheAnswerCounts() {
    DiallingCentre world = ScreeningTest.world(32, PLAN, GREETS);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world
        .centre()
        .node(DiallingCentre.EDGE)
        .refuses(command -> command instanceof CallCommand.HearTalk ? 500 : 0);
    world.starts();
    world.centre().run(5 * HOUR);
    List<Long> waits = waits(world);
    assertFalse(waits.isEmpty());
    waits.forEach(wait -> assertEquals(2_000, wait, 20));
    endsWell(world);
  }

  @Test
  void aMachineThatTalksOnIsKnownBeforeItIsAbandoned() {
    CampaignPlan plan = PLAN.screenedBy(ScreeningPlan.of(MachinePolicy.HANG_UP));
    DiallingCentre world = ScreeningTest.worked(33, plan, GREETS);
    Map<LegId, AttemptOutcome> outcomes = new LinkedHashMap<>();
    ScreeningTest.of(world, CampaignFact.AttemptEnded.class)
        .forEach(one -> outcomes.put(one.leg(), one.outcome()));
    Map<LegId, ScreeningVerdict> verdicts = new LinkedHashMap<>();
    for (CampaignFact.AttemptScreened one :
        ScreeningTest.of(world, CampaignFact.AttemptScreened.class)) {
      verdicts.put(one.leg(), one.verdict());
      assertFalse(one.noDrop(), one.toString());
    }
    assertTrue(outcomes.values().stream().filter(AttemptOutcome.MACHINE::equals).count() > 50);
    // A person has their verdict in the two seconds, so that who has none would be a machine.
    for (CampaignFact.Abandoned one : ScreeningTest.of(world, CampaignFact.Abandoned.class)) {
      assertEquals(ScreeningVerdict.HUMAN, verdicts.get(one.leg()), one.toString());
    }
    endsWell(world);
  }

  @Test
  void thePlatformMayDieWhileItHearsThem() {
    DiallingCentre world = ScreeningTest.world(34, PLAN, GREETS);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    Draws draws = world.centre().draws().stream("kills");
    for (int kill = 0; kill < 5; kill++) {
      int heard = ScreeningTest.of(world, CampaignFact.GreetingHeard.class).size();
      for (int i = 0;
          i < 600 && ScreeningTest.of(world, CampaignFact.GreetingHeard.class).size() == heard;
          i++) {
        world.centre().run(SECOND / 10);
      }
      assertTrue(
          ScreeningTest.of(world, CampaignFact.GreetingHeard.class).size() > heard, "none heard");
      world.centre().dies();
      world.centre().run(draws.below(2_000_000));
      world.centre().snapshotAt(world.centre().syncedSequence());
      world.centre().restartsAfter(world.centre().syncedSequence());
      world.centre().run(30 * SECOND);
    }
    world.centre().run(6 * HOUR);
    endsWell(world);
  }

  @Test
  void whoIsPutThroughWhileTheyTalkHasNotWaitedAndItIsOnRecord() {
    CampaignPlan plan = PLAN.abandoning(100).screenedBy(ScreeningPlan.of(MachinePolicy.OBSERVE));
    DiallingCentre world = ScreeningTest.worked(35, plan, GREETS);
    Map<LegId, Long> answered = new LinkedHashMap<>();
    Map<LegId, Long> greeted = new LinkedHashMap<>();
    int talking = 0;
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().recordedAtMicros() / 1_000;
      switch (fact.fact()) {
        case CampaignFact.Answered f -> answered.put(f.leg(), at);
        case CampaignFact.GreetingHeard f when f.millis() > 0 ->
            greeted.merge(f.leg(), f.millis(), Math::min);
        case CampaignFact.AttemptScreened f when f.greetingMillis() >= 0 ->
            greeted.merge(f.leg(), f.greetingMillis(), Math::min);
        case CampaignFact.Connected f -> {
          long since = at - answered.getOrDefault(f.leg(), at);
          long waited = since - greeted.getOrDefault(f.leg(), 0L);
          assertTrue(Math.abs(waited - f.waitedMillis()) <= 2, waited + " ms: " + f);
          talking += f.waitedMillis() == 0 && since > 2 ? 1 : 0;
        }
        default -> {}
      }
    }
    assertTrue(talking > 3, talking + " were put through while they talked");
    endsWell(world);
  }

  /** How long each waited from the answer until they were abandoned, milliseconds. */
  private static List<Long> waits(DiallingCentre world) {
    Map<LegId, Long> answered = new LinkedHashMap<>();
    List<Long> waits = new ArrayList<>();
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().recordedAtMicros();
      switch (fact.fact()) {
        case CampaignFact.Answered f -> answered.put(f.leg(), at);
        case CampaignFact.Abandoned f when answered.containsKey(f.leg()) ->
            waits.add((at - answered.getOrDefault(f.leg(), 0L)) / 1_000);
        default -> {}
      }
    }
    return waits;
  }
}
