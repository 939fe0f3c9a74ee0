// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.abandoned;
import static org.ringmaster.simulation.world.CampaignDay.once;
import static org.ringmaster.simulation.world.CampaignDay.world;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.Attempt;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.AttemptPhase;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;

/** Whoever answers and finds nobody in time counts, whatever happens meanwhile. */
class DropsTest {

  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;

  @Test
  void whoAnswersInTheMomentInWhichTheirCallIsTakenBackWasAbandoned() {
    DiallingCentre world = world(41, once(CampaignMode.PROGRESSIVE), 10, 500, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    world.centre().run(300 * SECOND);
    long before = abandoned(world);
    int ringing = world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).ringing();
    int[] answered = {0};
    world
        .centre()
        .node(DiallingCentre.EDGE)
        .refuses(
            command -> {
              if (command instanceof CallCommand.HangUpLeg hangUp
                  && world.campaigns().books().attempts().stream()
                      .anyMatch(
                          one ->
                              one.leg().equals(hangUp.leg())
                                  && one.phase() == AttemptPhase.RINGING)) {
                answered[0]++;
                world.centre().asterisk(DiallingCentre.EDGE).answer(hangUp.leg());
              }
              return 0;
            });
    world.forbidsAll();
    world.centre().run(SECOND);
    assertTrue(ringing > 0 && answered[0] > 0, ringing + " rang, " + answered[0] + " answered");
    assertEquals(answered[0], abandoned(world) - before);
  }

  @Test
  void whoHearsThatNobodyIsThereMayForbidTheNextCallByKey() {
    DiallingCentre world =
        world(
            43,
            once(CampaignMode.POWER)
                .abandoning(100)
                .dropping(List.of(Prompt.sound("who-called")), false)
                .optingOutBy("9"),
            5,
            1_500,
            TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    Set<LegId> pressed = new LinkedHashSet<>();
    Set<IdentityId> want = new LinkedHashSet<>();
    for (int i = 0; i < 36_000 && pressed.size() < 6; i++) {
      world.centre().run(SECOND / 10);
      for (Attempt one : world.campaigns().books().attempts()) {
        if (one.phase() == AttemptPhase.ABANDONED && pressed.add(one.leg())) {
          boolean wants = pressed.size() % 3 != 0;
          if (pressed.size() % 3 != 1) { // A stray key, before the right one or for itself.
            world.centre().asterisk(DiallingCentre.EDGE).press(one.leg(), "8", 80);
            world.centre().run(SECOND / 5);
          }
          if (wants) {
            world.centre().asterisk(DiallingCentre.EDGE).press(one.leg(), "9", 80);
            want.add(one.identity());
          }
        }
      }
    }
    world.centre().run(30 * SECOND);
    Set<IdentityId> gone = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof JourneyFact.ConsentRefused f) {
        gone.add(f.identity());
      }
    }
    assertEquals(6, pressed.size());
    assertEquals(want, gone, "only who pressed the key");
    Map<PlaybackId, Long> begun = new LinkedHashMap<>();
    int told = 0;
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().recordedAtMicros();
      if (fact.fact() instanceof CallFact.PromptStarted f && pressed.contains(f.leg())) {
        begun.put(f.playback(), at);
      } else if (fact.fact() instanceof CallFact.PromptEnded f && pressed.contains(f.leg())) {
        told++;
        long heard = at - begun.getOrDefault(f.playback(), at);
        assertTrue(heard > SECOND, "cut by a key after " + heard + " us: " + f);
      }
    }
    assertEquals(pressed.size(), told, "heard who called");
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.AttemptEnded f && pressed.contains(f.leg())) {
        assertEquals(AttemptOutcome.ABANDONED, f.outcome());
      }
    }
  }

  @Test
  void whoWaitsWhileThePlatformDiesHasNoMoreTimeThanOthers() {
    DiallingCentre world = world(42, once(CampaignMode.POWER), 5, 1_500, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    LegId waits = null;
    while (waits == null) {
      world.centre().run(SECOND / 5);
      long now = world.centre().clockMicros();
      for (Attempt one : world.campaigns().books().attempts()) {
        if (one.phase() == AttemptPhase.WAITING && now - one.answeredMicros() > SECOND) {
          waits = one.leg();
        }
      }
    }
    world.centre().dies();
    world.centre().run(SECOND / 5);
    world.centre().restarts();
    world.centre().run(10 * SECOND);
    long answered = 0;
    long waited = -1;
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().recordedAtMicros();
      if (fact.fact() instanceof CampaignFact.Answered f && f.leg().equals(waits)) {
        answered = at;
      } else if (fact.fact() instanceof CampaignFact.Abandoned f && f.leg().equals(waits)) {
        waited = at - answered;
      }
    }
    assertTrue(waited > 0 && waited < 2_500_000, "waited for " + waited + " us");
  }
}
