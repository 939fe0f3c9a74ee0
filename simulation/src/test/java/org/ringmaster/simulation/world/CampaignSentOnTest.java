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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackMode;
import org.ringmaster.core.callback.CallbackPlan;
import org.ringmaster.core.callback.NumberRule;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.Hearing;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.queue.WaitKey;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.core.voicemail.VoicemailPlan;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.Attempt;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.AttemptPhase;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;

/** Who has answered and leaves the campaign's queue without an agent of it. */
class CampaignSentOnTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final QueueId SUPPORT = new QueueId("support");
  private static final List<Prompt> WHO_CALLED = List.of(Prompt.sound("who-called"));

  private static Queue queue(QueueId id, List<AgentId> agents, long maxWait, Overflow overflow) {
    return new Queue(
        id,
        Strategy.LONGEST_IDLE,
        agents,
        20_000,
        5_000,
        60_000,
        true,
        maxWait,
        overflow,
        "default",
        20_000);
  }

  private static List<AgentId> team(DiallingCentre world) {
    return Objects.requireNonNull(world.centre().centre().acd().books().queue(DiallingCentre.QUEUE))
        .agents();
  }

  private static DiallingCentre opened(long seed, boolean asTheQueueWants) {
    return opened(seed, asTheQueueWants, 1_500, 4);
  }

  private static DiallingCentre opened(long seed, boolean asTheQueueWants, int leads, int hours) {
    DiallingCentre world =
        world(
            seed,
            once(CampaignMode.PREDICTIVE).dropping(WHO_CALLED, asTheQueueWants),
            12,
            leads,
            TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + hours * HOUR);
    return world;
  }

  /** How attempts ended, by their call. */
  private static Map<CallId, AttemptOutcome> outcomes(DiallingCentre world) {
    Map<CallId, AttemptOutcome> outcomes = new LinkedHashMap<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.AttemptEnded f) {
        outcomes.put(f.call(), f.outcome());
      }
    }
    return outcomes;
  }

  /** Live answers without an agent in time, counted from the facts: each once. */
  private static long late(DiallingCentre world) {
    Set<LegId> late = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      switch (fact.fact()) {
        case CampaignFact.Abandoned f -> late.add(f.leg());
        case CampaignFact.Connected f when f.waitedMillis() > 2_000 -> late.add(f.leg());
        case CampaignFact.CallbackChosen f when f.waitedMillis() > 2_000 -> late.add(f.leg());
        default -> {}
      }
    }
    return late.size();
  }

  private static void booksAgree(DiallingCentre world) {
    assertEquals(
        late(world), world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).abandoned());
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  @Test
  void whomAnotherQueueServesHasBeenReached() {
    DiallingCentre world = opened(71, true);
    List<AgentId> team = team(world);
    Overflow toSupport = new Overflow(Overflow.Kind.QUEUE, SUPPORT, List.of(), null, null);
    world
        .centre()
        .reads(
            world
                .plan()
                .queue(queue(SUPPORT, team.subList(10, 12), 0, Overflow.HANG_UP))
                .queue(queue(DiallingCentre.QUEUE, team.subList(0, 10), 500, toSupport)));
    world.starts();
    world.centre().run(3 * HOUR);
    int served = 0;
    Map<CallId, AttemptOutcome> outcomes = outcomes(world);
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof QueueFact.EntryConnected f && f.queue().equals(SUPPORT)) {
        served++;
        assertEquals(AttemptOutcome.TALKED, outcomes.get(f.call()), f.toString());
      }
    }
    assertTrue(served > 3, "served elsewhere: " + served);
    booksAgree(world);
  }

  @Test
  void whoWaitsOnAsTheQueueWantsItCountsAsAbandonedAndMayStillBeReached() {
    DiallingCentre world = opened(72, true, 6_000, 9);
    world.starts();
    world.centre().run(8 * HOUR);
    int reached = 0;
    Map<CallId, AttemptOutcome> outcomes = outcomes(world);
    for (RecordedFact fact : world.centre().facts()) {
      switch (fact.fact()) {
        case QueueFact.EntryOverflowed f -> throw new AssertionError("nobody is sent on: " + f);
        case CampaignFact.Connected f when f.waitedMillis() > 2_000 -> {
          reached++;
          assertEquals(AttemptOutcome.TALKED, outcomes.get(f.call()), f.toString());
        }
        default -> {}
      }
    }
    assertTrue(reached > 3, "reached late: " + reached);
    assertTrue(abandoned(world) >= reached);
    booksAgree(world);
  }

  @Test
  void whoChoosesToBeCalledBackIsNotCalledByTheListToo() {
    DiallingCentre world = opened(73, true);
    WaitKey callMe = new WaitKey("2", WaitChoice.CALLBACK, null);
    Hearing hearing = new Hearing(Language.EN, Announcing.NOTHING, List.of(callMe), List.of());
    Queue outbound = queue(DiallingCentre.QUEUE, team(world), 0, Overflow.HANG_UP).with(hearing);
    world.centre().reads(world.plan().queue(outbound).callbacks(callback()));
    world.starts();
    @Nullable CallId chose = null;
    for (int i = 0; chose == null && i < 20_000; i++) {
      world.centre().run(SECOND);
      for (Attempt attempt : world.campaigns().books().attempts()) {
        if (attempt.phase() == AttemptPhase.ABANDONED) {
          world.centre().asterisk(DiallingCentre.EDGE).press(attempt.leg(), "2", 100);
          world.centre().run(SECOND);
          world.centre().asterisk(DiallingCentre.EDGE).press(attempt.leg(), "1", 100);
        }
      }
      chose = chosen(world);
    }
    assertTrue(chose != null, "nobody chose to be called back");
    world.centre().run(600 * SECOND);
    assertEquals(AttemptOutcome.CALLBACK, outcomes(world).get(chose));
    booksAgree(world);
  }

  @Test
  void whoGoesToTheMailboxByKeyHasTheirKeysThereAndNotTheDropMessages() {
    DiallingCentre world =
        world(
            74,
            once(CampaignMode.POWER).dropping(WHO_CALLED, false).optingOutBy("9"),
            5,
            1_500,
            TelephoneUse.OPEN);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    WaitKey mailbox = new WaitKey("2", WaitChoice.VOICEMAIL, null);
    Hearing hearing = new Hearing(Language.EN, Announcing.NOTHING, List.of(mailbox), List.of());
    Queue outbound = queue(DiallingCentre.QUEUE, team(world), 0, Overflow.HANG_UP).with(hearing);
    world.centre().reads(world.plan().queue(outbound).voicemail(mailbox()));
    world.starts();
    Set<CallId> gone = Set.of();
    for (int i = 0; gone.isEmpty() && i < 36_000; i++) {
      world.centre().run(SECOND / 5);
      for (Attempt attempt : world.campaigns().books().attempts()) {
        if (attempt.phase() == AttemptPhase.WAITING) {
          world.centre().asterisk(DiallingCentre.EDGE).press(attempt.leg(), "2", 80);
        }
      }
      gone = inMailbox(world);
    }
    world.centre().run(60 * SECOND);
    assertTrue(!gone.isEmpty(), "nobody went to the mailbox");
    Set<LegId> theirs = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Abandoned f && gone.contains(f.call())) {
        theirs.add(f.leg());
      } else if (fact.fact() instanceof CallFact.GatherStarted f && theirs.contains(f.leg())) {
        throw new AssertionError("their key is taken for the drop message: " + f);
      }
    }
    assertTrue(!theirs.isEmpty());
    booksAgree(world);
  }

  private static Set<CallId> inMailbox(DiallingCentre world) {
    Set<CallId> gone = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof QueueFact.EntryOverflowed f
          && f.target().kind() == Overflow.Kind.VOICEMAIL) {
        gone.add(f.call());
      }
    }
    return gone;
  }

  private static VoicemailPlan mailbox() {
    List<Prompt> said = List.of(Prompt.sound("leave-message"));
    return new VoicemailPlan(
        DiallingCentre.QUEUE, said, said, said, said, said, 60_000, 4_000, 2_000, 100, 86_400_000);
  }

  private static @Nullable CallId chosen(DiallingCentre world) {
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CallbackFact.Taken f) {
        return f.call();
      }
    }
    return null;
  }

  static CallbackPlan callback() {
    return new CallbackPlan(
        DiallingCentre.QUEUE,
        CallbackMode.CUSTOMER_FIRST,
        DiallingCentre.TRUNK,
        null,
        2,
        20_000,
        15_000,
        900_000,
        0,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new NumberRule("49", "00", "0"));
  }
}
