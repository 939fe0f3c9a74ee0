// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringmaster.simulation.world.CampaignDay.abandoned;
import static org.ringmaster.simulation.world.CampaignDay.count;
import static org.ringmaster.simulation.world.CampaignDay.dialled;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.callback.Booking;
import org.ringmaster.core.callback.CallbackEnd;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackInput;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.Attempt;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.AttemptPhase;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CampaignState;
import org.ringmaster.dialer.campaign.DialLimit;
import org.ringmaster.dialer.campaign.MessageRules;
import org.ringmaster.dialer.campaign.RecallFact;
import org.ringmaster.dialer.campaign.RecallInput;
import org.ringmaster.dialer.list.Lead;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.simulation.asterisk.RequestRule;

/** Campaigns without agents: a message with keys, with the real core and simulated people. */
class AgentlessTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;

  private static CampaignPlan plan() {
    return CampaignDay.once(CampaignMode.AGENTLESS)
        .telling(new MessageRules(List.of(Prompt.sound("hello-world")), "1", "9", 5_000, "3"));
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
    assertEquals(null, outcomes.get(AttemptOutcome.MESSAGE_FAILED), outcomes.toString());
    assertEquals(0, world.centre().asterisk(DiallingCentre.EDGE).legs().size(), "legs are left");
  }

  @Test
  void whoAnswersWhileTheirCallIsTakenBackIsNotAbandonedWhereNobodyWasPromisedAnAgent() {
    DiallingCentre world = CampaignDay.world(41, plan(), 0, 300, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + HOUR);
    world.starts();
    while (world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).ringing() < 5) {
      world.centre().run(SECOND);
    }
    Set<LegId> answered = new LinkedHashSet<>();
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
                answered.add(hangUp.leg());
                world.centre().asterisk(DiallingCentre.EDGE).answer(hangUp.leg());
              }
              return 0;
            });
    world.forbidsAll();
    world.centre().run(60 * SECOND);
    assertTrue(
        all(world, CallFact.LegAnswered.class).stream()
            .anyMatch(one -> answered.contains(one.leg())),
        "nobody answered");
    assertEquals(0, abandoned(world));
    assertEquals(0, world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).abandoned());
    for (CampaignFact.AttemptEnded one : all(world, CampaignFact.AttemptEnded.class)) {
      assertTrue(
          !answered.contains(one.leg()) || one.outcome() == AttemptOutcome.NO_ANSWER, "" + one);
    }
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
        new MessageRules(Collections.nCopies(4, Prompt.sound("hello-world")), "1", "9", 500, "3");
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
    DiallingCentre world = CampaignDay.world(33, few(), 0, 60, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + HOUR);
    world.starts();
    int most = 0;
    for (int i = 0; i < 600; i++) {
      world.centre().run(SECOND / 2);
      most = Math.max(most, world.campaigns().books().attempts().size());
    }
    assertEquals(7, most);
  }

  @Test
  void whoAsksToBeCalledBackIsByTheQueueOnceTheyHaveHungUp() {
    DiallingCentre world = CampaignDay.world(35, few(), 2, 300, TelephoneUse.OPEN);
    world.plan().callbacks(CampaignSentOnTest.callback());
    world.opens(world.centre().agenda().micros() + HOUR);
    world.starts();
    Attempt asked = told(world);
    press(world, asked, "3");
    world.centre().run(HOUR);
    assertEquals(1, outcomes(world).get(AttemptOutcome.CALLBACK));
    CallbackFact.Taken taken = all(world, CallbackFact.Taken.class).getFirst();
    assertEquals(asked.call(), taken.call());
    assertEquals("+" + (4_930_000_000L + asked.lead()), taken.number().text());
    assertEquals("always", Objects.requireNonNull(taken.plan().hours()).value());
    List<Object> order = new ArrayList<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CallFact.LegEnded f && f.leg().equals(asked.leg())) {
        order.add("hung up");
      } else if (fact.fact() instanceof CallbackFact.Dialled) {
        order.add("dialled");
      }
    }
    assertEquals(List.of("hung up", "dialled"), order.subList(0, 2));
    assertEquals(1, Collections.frequency(dialled(world), asked.lead()), "dialled by the list too");
    assertEquals(1, count(world, CallbackFact.Ended.class));
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void whoAsksToBeCalledBackWhereNobodyIsWaitsInTheQueueInstead() {
    DiallingCentre world = CampaignDay.world(36, few(), 2, 300, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + HOUR);
    world.starts();
    press(world, told(world), "3");
    world.centre().run(HOUR);
    assertEquals(1, outcomes(world).get(AttemptOutcome.QUEUED));
    assertEquals(1, count(world, QueueFact.EntryConnected.class));
  }

  @Test
  void whoseClockIsNotTheCampaignsWaitsInTheQueueAtOnceAndIsNotCalledBackByItsHours() {
    List<Lead> elsewhere = new ArrayList<>();
    for (int lead = 0; lead < 300; lead++) {
      elsewhere.add(Lead.of(4_930_000_000L + lead, ZoneId.of("Asia/Tokyo")));
    }
    DiallingCentre world = CampaignDay.world(35, few(), 2, Leads.of(elsewhere), TelephoneUse.OPEN);
    world.plan().callbacks(CampaignSentOnTest.callback());
    world.opens(world.centre().agenda().micros() + HOUR);
    world.starts();
    press(world, told(world), "3");
    world.centre().run(HOUR);
    assertEquals(1, outcomes(world).get(AttemptOutcome.QUEUED));
    assertEquals(0, count(world, CallbackFact.Taken.class));
  }

  @Test
  void whoCameToTheQueueByKeyIsCalledAgainByTheQueueAndNotByTheMessage() {
    DiallingCentre world = CampaignDay.world(40, few(), 2, 300, TelephoneUse.OPEN);
    world.plan().callbacks(CampaignSentOnTest.callback());
    world.opens(world.centre().agenda().micros() + 3 * HOUR);
    world.starts();
    Attempt asked = told(world);
    press(world, asked, "1");
    for (int i = 0; i < 600 && all(world, QueueFact.EntryConnected.class).isEmpty(); i++) {
      world.centre().run(SECOND / 4);
    }
    QueueFact.EntryConnected talk = all(world, QueueFact.EntryConnected.class).getFirst();
    long from = world.centre().agenda().micros() + HOUR;
    String at =
        LocalDateTime.ofInstant(Instant.ofEpochSecond(from / SECOND), DiallingCentre.BERLIN)
            .toString();
    RecallInput.Agree agree = new RecallInput.Agree(talk.agent(), talk.call(), at, false);
    RecallInput.Say say =
        new RecallInput.Say(
            DiallingCentre.CAMPAIGN, asked.list(), asked.lead(), at, null, new Author("tester"));
    for (Input input : List.of(agree, say)) {
      String refusal = asked(world, input);
      assertTrue(
          refusal.contains("agree a callback of queue " + DiallingCentre.QUEUE + " instead"),
          refusal);
    }
    Booking booking = new Booking(talk.agent(), false, from, "Europe/Berlin", null);
    String booked =
        asked(
            world,
            new CallbackInput.Book(
                booking,
                talk.call(),
                DiallingCentre.QUEUE,
                new Personal("+" + (4_930_000_000L + asked.lead())),
                from + HOUR,
                new Author("tester")));
    assertTrue(booked.contains("Accepted"), booked);
    world.centre().run(2 * HOUR);
    CallbackFact.Dialled again = all(world, CallbackFact.Dialled.class).getFirst();
    assertTrue(
        all(world, CallbackFact.Ended.class).stream()
            .anyMatch(f -> f.callback().equals(again.callback()) && f.end() == CallbackEnd.TALKED),
        all(world, CallbackFact.class).toString());
    assertEquals(1, Collections.frequency(dialled(world), asked.lead()), "told the message again");
  }

  @Test
  void whatWasAgreedBeforeACampaignHasAMessageIsNotKeptByTheMessage() {
    CampaignPlan before = CampaignDay.once(CampaignMode.PREVIEW);
    DiallingCentre world = CampaignDay.world(42, before, 0, 3, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 3 * HOUR);
    world.starts();
    world.centre().run(SECOND);
    long at = world.centre().agenda().micros() / SECOND + 1_800;
    String there =
        LocalDateTime.ofInstant(Instant.ofEpochSecond(at), DiallingCentre.BERLIN).toString();
    ListId list = world.campaigns().books().lists(DiallingCentre.CAMPAIGN).getFirst();
    Author author = new Author("tester");
    asked(world, new RecallInput.Say(DiallingCentre.CAMPAIGN, list, 1, there, null, author));
    world.centre().reads(world.plan().campaign(few()));
    world.centre().run(2 * HOUR);
    assertEquals(0, count(world, RecallFact.Ended.class));
    assertEquals(1, world.campaigns().recalls().of(DiallingCentre.CAMPAIGN).size());
  }

  @Test
  void aKeyThatWasSaidIsNotLostWhenTheMessageIsTakenOutMeanwhile() {
    DiallingCentre world = CampaignDay.world(37, few(), 2, 300, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + HOUR);
    world.starts();
    Attempt asked = told(world);
    world.centre().reads(world.plan().campaign(CampaignDay.once(CampaignMode.PROGRESSIVE)));
    press(world, asked, "9");
    world.centre().run(SECOND);
    assertEquals(1, count(world, JourneyFact.ConsentRefused.class));
    world.centre().run(HOUR);
    assertEquals(1, outcomes(world).get(AttemptOutcome.OPTED_OUT));
  }

  @Test
  void aMessageThatCannotBePlayedIsNobodysHangUpAndStopsTheCampaignSoon() {
    DiallingCentre world = CampaignDay.world(38, few(), 0, 300, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + HOUR);
    world
        .centre()
        .node(DiallingCentre.EDGE)
        .refuses(command -> command instanceof CallCommand.Play ? 500 : 0);
    world.starts();
    world.centre().run(HOUR);
    assertEquals(CampaignState.PAUSED, world.campaigns().books().stateOf(DiallingCentre.CAMPAIGN));
    assertEquals(
        DialLimit.MESSAGE_FAILS, world.campaigns().books().limitOf(DiallingCentre.CAMPAIGN));
    int failed = outcomes(world).get(AttemptOutcome.MESSAGE_FAILED);
    assertTrue(failed >= 3 && failed <= 7, outcomes(world).toString());
    assertTrue(dialled(world).size() < 60, "dialled: " + dialled(world).size());
    int before = dialled(world).size();

    world.centre().node(DiallingCentre.EDGE).refuses(RequestRule.OBEYS);
    world.starts();
    world.centre().run(HOUR);
    assertTrue(dialled(world).size() > before + 60, "it goes on when it is mended");
    assertEquals(failed, outcomes(world).get(AttemptOutcome.MESSAGE_FAILED));
    assertTrue(outcomes(world).getOrDefault(AttemptOutcome.HEARD, 0) > 3);
  }

  @Test
  void aNodeThatIsAwayForAMomentLetsItBeginAnew() {
    DiallingCentre world = CampaignDay.world(39, few(), 0, 300, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + HOUR);
    world.starts();
    Attempt asked = told(world);
    world.centre().node(DiallingCentre.EDGE).isCut(SECOND / 2);
    world.centre().run(HOUR);
    long begun =
        all(world, CampaignFact.MessageWent.class).stream()
            .filter(f -> f.leg().equals(asked.leg()) && f.phase() == AttemptPhase.TOLD)
            .count();
    assertEquals(2, begun);
    assertEquals(null, outcomes(world).get(AttemptOutcome.MESSAGE_FAILED));
  }

  @Test
  void aNodeThatIsAwayTwiceDuringOneMessageStopsNoCampaign() {
    MessageRules longer =
        new MessageRules(Collections.nCopies(9, Prompt.sound("hello-world")), "1", "9", 5_000, "3");
    DiallingCentre world = CampaignDay.world(39, few().telling(longer), 0, 300, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + HOUR);
    world.starts();
    Attempt asked = told(world);
    world.centre().node(DiallingCentre.EDGE).isCut(SECOND / 2);
    for (int i = 0; i < 40 && begun(world, asked) < 2; i++) {
      world.centre().run(SECOND / 4);
    }
    world.centre().node(DiallingCentre.EDGE).isCut(SECOND / 2);
    world.centre().run(HOUR);
    assertEquals(3, begun(world, asked));
    assertEquals(null, outcomes(world).get(AttemptOutcome.MESSAGE_FAILED));
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  private static long begun(DiallingCentre world, Attempt attempt) {
    return all(world, CampaignFact.MessageWent.class).stream()
        .filter(f -> f.leg().equals(attempt.leg()) && f.phase() == AttemptPhase.TOLD)
        .count();
  }

  @Test
  void aKeyThatMeansNothingEndsNoMessage() {
    DiallingCentre world = CampaignDay.world(37, few(), 2, 300, TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + HOUR);
    world.starts();
    Attempt asked = told(world);
    press(world, asked, "7");
    world.centre().run(SECOND / 4);
    assertTrue(
        world.campaigns().books().attempts().stream()
            .anyMatch(it -> it.leg().equals(asked.leg()) && it.phase() == AttemptPhase.TOLD),
        "the call is over");
    List<CallFact.PromptEnded> silenced =
        all(world, CallFact.PromptEnded.class).stream()
            .filter(f -> f.leg().equals(asked.leg()))
            .toList();
    assertEquals(List.of(), silenced, "the message does not go on");
    press(world, asked, "9");
    world.centre().run(HOUR);
    assertEquals(1, outcomes(world).get(AttemptOutcome.OPTED_OUT));
  }

  private static String asked(DiallingCentre world, Input input) {
    var answer = world.centre().inlet().ask(input);
    world.centre().run(SECOND);
    return answer.join().toString();
  }

  /** A message on a few lines. */
  private static CampaignPlan few() {
    return plan().lines(7).recycling(1, List.of());
  }

  /** The first who hears the message. */
  private static Attempt told(DiallingCentre world) {
    for (int i = 0; i < 2_000; i++) {
      world.centre().run(SECOND / 4);
      for (Attempt attempt : world.campaigns().books().attempts()) {
        if (attempt.phase() == AttemptPhase.TOLD) {
          return attempt;
        }
      }
    }
    throw new AssertionError("nobody answered");
  }

  private static <F extends Fact> List<F> all(DiallingCentre world, Class<F> kind) {
    List<F> found = new ArrayList<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (kind.isInstance(fact.fact())) {
        found.add(kind.cast(fact.fact()));
      }
    }
    return found;
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
