// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.abandoned;
import static org.ringmaster.simulation.world.CampaignDay.once;
import static org.ringmaster.simulation.world.CampaignDay.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
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
import org.ringmaster.simulation.asterisk.AsteriskWatcher;
import org.ringmaster.simulation.asterisk.SimulatedLeg;

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
  void whoAnswersWhileNobodySeesItHasWaitedSinceThen() {
    DiallingCentre world =
        world(44, once(CampaignMode.POWER).abandoning(100), 20, 6_000, TelephoneUse.OPEN);
    Map<LegId, Long> answers = answersOf(world);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    List<Long> gone = new ArrayList<>();
    for (int i = 0; i < 60 && unseen(world) < 8; i++) {
      world.centre().run(60 * SECOND);
      gone.add(world.centre().clockMicros());
      switch (i % 3) {
        case 0 -> world.centre().node(DiallingCentre.EDGE).losesNetwork(20 * SECOND);
        case 1 -> world.centre().node(DiallingCentre.EDGE).losesNetwork(4 * SECOND);
        default -> {
          world.centre().dies();
          world.centre().run(3 * SECOND);
          world.centre().restarts();
        }
      }
      world.centre().run(30 * SECOND);
    }
    assertTrue(unseen(world) >= 8, unseen(world) + " answered while nobody saw it");
    areCountedAsTheyAre(world, answers);
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Answered f && f.sinceMicros() != 0) {
        long last = 0;
        for (long at : gone) {
          last = at < fact.envelope().recordedAtMicros() ? at : last;
        }
        assertTrue(last - f.sinceMicros() < 2 * SECOND, "seen to ring later than " + f);
      }
    }
  }

  @Test
  void aBlipOfTheNetworkTakesNobodysTime() {
    DiallingCentre world =
        world(45, once(CampaignMode.POWER).abandoning(100), 20, 6_000, TelephoneUse.OPEN);
    Map<LegId, Long> answers = answersOf(world);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    for (int i = 0; i < 300; i++) {
      world.centre().run(4 * SECOND);
      if (i % 2 == 0) {
        world.centre().node(DiallingCentre.EDGE).losesNetwork(SECOND / 3);
      } else { // An answer is on its way when the connection breaks: the node's list tells it.
        world.centre().node(DiallingCentre.EDGE).losesNetwork(SECOND / 3);
        answers(world);
        world.centre().run(SECOND / 10);
        world.centre().node(DiallingCentre.EDGE).isCut(SECOND / 3);
      }
    }
    areCountedAsTheyAre(world, answers);
    assertTrue(unseen(world) > 50, unseen(world) + " answered while nobody saw it");
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Answered f) {
        long at = f.atMicros(fact.envelope().recordedAtMicros());
        long before = Objects.requireNonNull(answers.get(f.leg())) - at;
        assertTrue(before < 2 * SECOND, before + " us before they answered: " + f);
      }
    }
  }

  /** Somebody answers who has rung for long. */
  private static void answers(DiallingCentre world) {
    long now = world.centre().clockMicros();
    for (Attempt one : world.campaigns().books().attempts()) {
      if (one.phase() == AttemptPhase.RINGING && now - one.dialledMicros() > 5 * SECOND) {
        world.centre().asterisk(DiallingCentre.EDGE).answer(one.leg());
        return;
      }
    }
  }

  /** Nobody has waited for less than they truly have, up to what is told in time. */
  private static void areCountedAsTheyAre(DiallingCentre world, Map<LegId, Long> answers) {
    int many = 0;
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().recordedAtMicros();
      if (fact.fact() instanceof CampaignFact.Answered f) {
        many++;
        long late = f.atMicros(at) - Objects.requireNonNull(answers.get(f.leg()));
        assertTrue(late < 300_000, late + " us after they answered: " + f);
      } else if (fact.fact() instanceof CampaignFact.Connected f) {
        long waited = at - Objects.requireNonNull(answers.get(f.leg()));
        assertTrue(f.waitedMillis() * 1_000 > waited - 300_000, waited + " us: " + f);
      }
    }
    assertTrue(many > 100, many + " answered");
  }

  private static int unseen(DiallingCentre world) {
    int many = 0;
    for (RecordedFact fact : world.centre().facts()) {
      many += fact.fact() instanceof CampaignFact.Answered f && f.sinceMicros() != 0 ? 1 : 0;
    }
    return many;
  }

  /** When people truly answer, on the platform's clock, by their leg. */
  private static Map<LegId, Long> answersOf(DiallingCentre world) {
    Map<LegId, Long> answers = new LinkedHashMap<>();
    world
        .centre()
        .asterisk(DiallingCentre.EDGE)
        .watchedBy(
            new AsteriskWatcher() {
              @Override
              public void up(NodeId node, SimulatedLeg leg) {
                answers.put(leg.id(), world.centre().clockMicros());
              }
            });
    return answers;
  }

  @Test
  void whoWaitsWhileThePlatformDiesHasNoMoreTimeThanOthers() {
    DiallingCentre world = world(42, once(CampaignMode.POWER), 5, 1_500, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    LegId waits = null;
    long closes = world.centre().clockMicros() + 4 * HOUR;
    while (waits == null) {
      assertTrue(world.centre().clockMicros() < closes, "nobody has waited for a second");
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
