// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.ScreeningStep;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.desk.DeskInput;
import org.ringmaster.core.desk.Disposition;
import org.ringmaster.core.desk.Dispositions;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignBooks;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.MachinePolicy;
import org.ringmaster.dialer.campaign.MachineTreatment;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.dialer.compliance.ScreeningFigures;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.simulation.asterisk.RequestRule;
import org.ringmaster.simulation.asterisk.SimulatedLeg;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.Callee;
import org.ringmaster.simulation.people.CalleeHabits;
import org.ringmaster.simulation.people.CalleeKind;
import org.ringmaster.simulation.people.DetectorHabits;

/** Screening for answering machines against simulated people and machines. */
class ScreeningTest {

  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;

  @Test
  void aMachineIsHungUpAndItsAgentIsFreeAtOnce() {
    DiallingCentre world = worked(1, plan(MachinePolicy.HANG_UP), DetectorHabits.PERFECT);
    Map<LegId, CampaignFact.AttemptScreened> verdicts = verdicts(world);
    assertTrue(many(verdicts, ScreeningVerdict.MACHINE) > 50, verdicts.size() + " verdicts");
    for (CampaignFact.AttemptEnded ended : of(world, CampaignFact.AttemptEnded.class)) {
      CampaignFact.AttemptScreened verdict = verdicts.get(ended.leg());
      boolean hungUp = verdict != null && verdict.treatment() == MachineTreatment.HUNG_UP;
      assertEquals(hungUp, ended.outcome() == AttemptOutcome.MACHINE, ended.toString());
    }
    endsWell(world);
    assertEquals(0, wrapUpsAfterMachines(world));
  }

  @Test
  void aMachineIsNoLiveAnswer() {
    DiallingCentre world = worked(2, plan(MachinePolicy.HANG_UP), DetectorHabits.PERFECT);
    long people =
        of(world, CampaignFact.AttemptEnded.class).stream()
            .filter(
                ended ->
                    ended.outcome() == AttemptOutcome.TALKED
                        || ended.outcome() == AttemptOutcome.ABANDONED)
            .count();
    assertEquals(people, world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN).answered());
  }

  @Test
  void nobodyIsHungUpWhereTheDetectorFails() {
    for (int status : new int[] {500, 404}) {
      DiallingCentre world = world(3, plan(MachinePolicy.HANG_UP), DetectorHabits.PERFECT);
      work(world, command -> command instanceof CallCommand.SnoopLeg ? status : 0);
      Map<LegId, CampaignFact.AttemptScreened> verdicts = verdicts(world);
      assertEquals(verdicts.size(), many(verdicts, ScreeningVerdict.UNKNOWN));
      assertTrue(verdicts.size() > 50);
      assertEquals(0, outcomes(world, AttemptOutcome.MACHINE));
      endsWell(world);
    }
  }

  @Test
  void aVerdictThatNeverComesIsNone() {
    DiallingCentre world = world(4, plan(MachinePolicy.HANG_UP), DetectorHabits.PERFECT);
    work(world, command -> command instanceof CallCommand.ScreenLeg ? 500 : 0);
    assertTrue(
        verdicts(world).values().stream()
            .anyMatch(verdict -> verdict.cause().equals("LATE") && verdict.millis() >= 7_000));
    assertEquals(0, outcomes(world, AttemptOutcome.MACHINE));
    endsWell(world);
  }

  @Test
  void whatIsOnlyObservedGoesOnAsBefore() {
    DiallingCentre world = worked(5, plan(MachinePolicy.OBSERVE), DetectorHabits.USUAL);
    assertTrue(many(verdicts(world), ScreeningVerdict.MACHINE) > 30);
    assertEquals(0, outcomes(world, AttemptOutcome.MACHINE));
    assertTrue(outcomes(world, AttemptOutcome.TALKED) > 100);
    endsWell(world);
  }

  @Test
  void aCallThatAnAgentHasIsLeftToThemWhereTheCampaignSaysSo() {
    CampaignPlan plan =
        CampaignDay.once(CampaignMode.PREDICTIVE)
            .screenedBy(ScreeningPlan.of(MachinePolicy.HANG_UP).leavingItToAgents());
    DiallingCentre world = worked(6, plan, DetectorHabits.PERFECT);
    Set<LegId> connected = new LinkedHashSet<>();
    of(world, CampaignFact.Connected.class).forEach(one -> connected.add(one.leg()));
    for (CampaignFact.AttemptEnded ended : of(world, CampaignFact.AttemptEnded.class)) {
      if (connected.contains(ended.leg())) {
        assertTrue(ended.outcome() != AttemptOutcome.MACHINE, ended.toString());
      }
    }
    assertTrue(many(verdicts(world), ScreeningVerdict.MACHINE) > 30);
    endsWell(world);
  }

  @Test
  void aMachineIsToldTheMessageWhenItsGreetingIsOver() {
    CampaignPlan plan =
        CampaignDay.once(CampaignMode.PREDICTIVE)
            .screenedBy(
                ScreeningPlan.of(MachinePolicy.MESSAGE)
                    .telling(List.of(Prompt.sound("vm-goodbye"))));
    DiallingCentre world = worked(7, plan, DetectorHabits.PERFECT);
    long left = outcomes(world, AttemptOutcome.MESSAGE_LEFT);
    assertTrue(left > 50, left + " messages");
    Map<LegId, Long> judged = new LinkedHashMap<>();
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().recordedAtMicros();
      switch (fact.fact()) {
        case CampaignFact.AttemptScreened f -> judged.put(f.leg(), at);
        case CampaignFact.MessageStarted f ->
            // A greeting of four seconds at least, and a second and a half of silence.
            assertTrue(at - judged.getOrDefault(f.leg(), at) > 2 * SECOND, f.toString());
        default -> {}
      }
    }
    endsWell(world);
  }

  @Test
  void whereTheNodeDoesNotWaitForTheEndOfAGreetingTheMessageIsToldAtOnce() {
    CampaignPlan plan =
        CampaignDay.once(CampaignMode.PREDICTIVE)
            .screenedBy(
                ScreeningPlan.of(MachinePolicy.MESSAGE)
                    .telling(List.of(Prompt.sound("vm-goodbye"))));
    DiallingCentre world = world(7, plan, DetectorHabits.PERFECT);
    work(
        world,
        command ->
            command instanceof CallCommand.ScreenLeg c && c.step() == ScreeningStep.GREETING_END
                ? 500
                : 0);
    Map<LegId, Long> judged = new LinkedHashMap<>();
    int told = 0;
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().recordedAtMicros();
      if (fact.fact() instanceof CampaignFact.AttemptScreened f) {
        judged.put(f.leg(), at);
      } else if (fact.fact() instanceof CampaignFact.MessageStarted f) {
        told++;
        assertTrue(at - judged.getOrDefault(f.leg(), 0L) < SECOND, f + " told late");
      }
    }
    assertTrue(told > 50, told + " messages");
    endsWell(world);
  }

  @Test
  void whoHasNotFinishedTheirGreetingWaitsFromItsEnd() {
    CampaignPlan plan =
        CampaignDay.once(CampaignMode.POWER).screenedBy(ScreeningPlan.of(MachinePolicy.OBSERVE));
    DetectorHabits quick = DetectorHabits.after(1.5, 2, 8);
    DiallingCentre world = worked(8, plan, quick);
    Map<LegId, Long> answered = new LinkedHashMap<>();
    Map<LegId, Long> greeted = new LinkedHashMap<>();
    List<Long> waits = new ArrayList<>();
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().recordedAtMicros();
      switch (fact.fact()) {
        case CampaignFact.Answered f -> answered.put(f.leg(), at);
        case CampaignFact.AttemptScreened f when f.greetingMillis() >= 0 ->
            greeted.put(f.leg(), f.greetingMillis());
        case CampaignFact.Abandoned f when greeted.containsKey(f.leg()) -> {
          long hold = at - answered.getOrDefault(f.leg(), 0L);
          waits.add(hold / 1_000 - greeted.getOrDefault(f.leg(), 0L));
        }
        default -> {}
      }
    }
    assertFalse(waits.isEmpty());
    waits.forEach(wait -> assertEquals(CampaignPlan.HOLD_MILLIS, wait.doubleValue(), 2.0));
  }

  @Test
  void whereTheAnswerCountsNoGreetingThatADetectorTellsGivesTime() {
    CampaignPlan plan =
        CampaignDay.once(CampaignMode.POWER)
            .abandoning(100)
            .screenedBy(ScreeningPlan.of(MachinePolicy.OBSERVE))
            .holdingFromAnswer();
    DiallingCentre world = worked(8, plan, DetectorHabits.after(1.5, 2, 8));
    Map<LegId, Long> answered = new LinkedHashMap<>();
    long greetings = 0;
    int dropped = 0;
    for (RecordedFact fact : world.centre().facts()) {
      long at = fact.envelope().recordedAtMicros();
      switch (fact.fact()) {
        case CampaignFact.Answered f -> answered.put(f.leg(), at);
        case CampaignFact.AttemptScreened f -> greetings += f.greetingMillis() >= 0 ? 1 : 0;
        case CampaignFact.Connected f ->
            assertEquals(
                (at - answered.getOrDefault(f.leg(), 0L)) / 1_000, f.waitedMillis(), f.toString());
        case CampaignFact.Abandoned f -> {
          long hold = (at - answered.getOrDefault(f.leg(), 0L)) / 1_000;
          assertEquals(CampaignPlan.HOLD_MILLIS, hold, 2.0, f.toString());
          dropped++;
        }
        default -> {}
      }
    }
    assertTrue(greetings > 30, greetings + " greetings");
    assertTrue(dropped > 3, dropped + " dropped");
  }

  @Test
  void agentsWhoHearSomeOfTheMachinesTellHowManyArePeople() {
    Disposition voicemail = new Disposition("voicemail");
    Disposition sold = new Disposition("sold");
    CampaignPlan plan =
        CampaignDay.once(CampaignMode.PREDICTIVE)
            .screenedBy(ScreeningPlan.of(MachinePolicy.HANG_UP).auditing(30, List.of(voicemail)));
    DetectorHabits usual = DetectorHabits.USUAL;
    DiallingCentre world =
        world(
            10,
            plan,
            new DetectorHabits(0.3, 0.1, 0, usual.human(), usual.machine(), usual.greeting()));
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.tells(new DeskInput.DispositionsRead(new Dispositions(List.of(voicemail, sold))));
    world.starts();
    Map<CallId, AgentId> agents = new LinkedHashMap<>();
    Map<CallId, Boolean> truth = new LinkedHashMap<>();
    int seen = 0;
    for (int i = 0; i < 3_600; i++) {
      world.centre().run(5 * SECOND);
      List<RecordedFact> all = world.centre().facts();
      List<RecordedFact> fresh = List.copyOf(all.subList(seen, all.size()));
      seen += fresh.size();
      for (RecordedFact fact : fresh) {
        switch (fact.fact()) {
          case CampaignFact.Connected f -> agents.put(f.call(), f.agent());
          case CampaignFact.AttemptScreened f when f.treatment() == MachineTreatment.AUDITED -> {
            SimulatedLeg leg = world.centre().asterisk(DiallingCentre.EDGE).leg(f.leg());
            AgentId agent = agents.get(f.call());
            if (leg != null && leg.party() instanceof Callee callee && agent != null) {
              boolean person = callee.kind() == CalleeKind.PERSON;
              truth.put(f.call(), person);
              world.tells(new DeskInput.Dispose(agent, f.call(), person ? sold : voicemail));
            }
          }
          default -> {}
        }
      }
    }
    endsWell(world);
    List<CampaignFact.AttemptAudited> audited = of(world, CampaignFact.AttemptAudited.class);
    assertTrue(audited.size() > 20, audited.size() + " audited");
    audited.forEach(one -> assertEquals(truth.get(one.call()), one.person(), one.toString()));
    long people = audited.stream().filter(CampaignFact.AttemptAudited::person).count();
    assertTrue(people > 3, people + " people");
    ScreeningFigures figures =
        world
            .campaigns()
            .books()
            .screeningOf(DiallingCentre.CAMPAIGN, world.centre().agenda().micros());
    assertEquals(audited.size(), figures.audited());
    assertEquals(people, figures.people());
    CampaignBooks.Numbers numbers = world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN);
    assertEquals(figures.givenUp() * figures.share(), numbers.mistaken(), 1e-9);
    assertTrue(numbers.abandonedPercent() > 100.0 * numbers.abandoned() / numbers.answered());
    // No audited machine is a live answer.
    long machines =
        of(world, CampaignFact.AttemptEnded.class).stream()
            .filter(one -> one.outcome() == AttemptOutcome.TALKED)
            .filter(
                one -> audited.stream().anyMatch(it -> it.leg().equals(one.leg()) && !it.person()))
            .count();
    long talkedOrDropped =
        outcomes(world, AttemptOutcome.TALKED) + outcomes(world, AttemptOutcome.ABANDONED);
    assertEquals(talkedOrDropped - machines, numbers.answered());
  }

  @Test
  void thePlatformMayDieWhileItListens() {
    DiallingCentre world = world(9, plan(MachinePolicy.HANG_UP), DetectorHabits.USUAL);
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.starts();
    Draws draws = world.centre().draws().stream("kills");
    for (int kill = 0; kill < 8; kill++) {
      world.centre().run(60 * SECOND + draws.below(120_000_000));
      world.centre().dies();
      world.centre().run(draws.below(5_000_000));
      if (kill % 2 == 0) {
        world.centre().snapshotAt(world.centre().syncedSequence());
      }
      world.centre().restartsAfter(world.centre().syncedSequence());
    }
    world.centre().run(6 * HOUR);
    endsWell(world);
    assertTrue(outcomes(world, AttemptOutcome.MACHINE) > 50);
    assertEquals(world.centre().replayed().hash(CODEC), world.centre().hash());
  }

  // The world.

  static CampaignPlan plan(MachinePolicy action) {
    return CampaignDay.once(CampaignMode.PREDICTIVE).screenedBy(ScreeningPlan.of(action));
  }

  static DiallingCentre world(long seed, CampaignPlan plan, DetectorHabits detector) {
    return world(seed, plan, detector, DiallingCentre.leads(500));
  }

  static DiallingCentre world(long seed, CampaignPlan plan, DetectorHabits detector, Leads leads) {
    Map<CalleeKind, Profile> weights = new LinkedHashMap<>();
    weights.put(CalleeKind.PERSON, Profile.flat(35));
    weights.put(CalleeKind.MACHINE, Profile.flat(35));
    weights.put(CalleeKind.NOBODY, Profile.flat(30));
    CalleeHabits callees =
        new CalleeHabits(
                weights,
                new Distribution.Uniform(0.3, 2.5),
                new Distribution.Gamma(2, 4.75),
                new Distribution.LogNormal(95, 0.7),
                new Distribution.Uniform(6, 9),
                new Distribution.Uniform(25, 40))
            .heardBy(detector);
    return new DiallingCentre(
        SimulationSettings.of(seed, CODEC),
        10,
        TelephoneUse.OPEN,
        plan,
        leads,
        callees,
        AgentHabits.DILIGENT,
        decider -> decider);
  }

  static DiallingCentre worked(long seed, CampaignPlan plan, DetectorHabits detector) {
    DiallingCentre world = world(seed, plan, detector);
    work(world, RequestRule.OBEYS);
    return world;
  }

  private static void work(DiallingCentre world, RequestRule rule) {
    world.opens(world.centre().agenda().micros() + 4 * HOUR);
    world.centre().node(DiallingCentre.EDGE).refuses(rule);
    world.starts();
    world.centre().run(5 * HOUR);
  }

  // What its facts say.

  static <F extends Fact> List<F> of(DiallingCentre world, Class<F> kind) {
    return world.centre().facts().stream()
        .map(RecordedFact::fact)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static Map<LegId, CampaignFact.AttemptScreened> verdicts(DiallingCentre world) {
    Map<LegId, CampaignFact.AttemptScreened> verdicts = new LinkedHashMap<>();
    for (CampaignFact.AttemptScreened one : of(world, CampaignFact.AttemptScreened.class)) {
      assertNull(verdicts.put(one.leg(), one), "screened twice");
    }
    return verdicts;
  }

  private static long many(
      Map<LegId, CampaignFact.AttemptScreened> verdicts, ScreeningVerdict verdict) {
    return verdicts.values().stream().filter(one -> one.verdict() == verdict).count();
  }

  private static long outcomes(DiallingCentre world, AttemptOutcome outcome) {
    return of(world, CampaignFact.AttemptEnded.class).stream()
        .filter(ended -> ended.outcome() == outcome)
        .count();
  }

  /** Of how many agents whose machine was hung up the very same input began a wrap-up. */
  private static long wrapUpsAfterMachines(DiallingCentre world) {
    Set<Long> inputs = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.AttemptScreened f
          && f.treatment() == MachineTreatment.HUNG_UP) {
        inputs.add(fact.envelope().inputSequence());
      }
    }
    return world.centre().facts().stream()
        .filter(fact -> fact.fact() instanceof AgentFact.WrapUpStarted)
        .filter(fact -> inputs.contains(fact.envelope().inputSequence()))
        .count();
  }

  /** Each attempt has ended once, no leg is left, and every listening leg has ended too. */
  static void endsWell(DiallingCentre world) {
    assertEquals(
        of(world, CampaignFact.Dialled.class).size(),
        of(world, CampaignFact.AttemptEnded.class).size());
    assertEquals(0, world.centre().asterisk(DiallingCentre.EDGE).legs().size(), "legs are left");
    assertEquals(List.of(), world.campaigns().books().attempts());
    Set<LegId> listening = new LinkedHashSet<>();
    for (Fact fact : of(world, Fact.class)) {
      if (fact instanceof CallFact.LegRequested f && f.role() == LegRole.SNOOP) {
        listening.add(f.leg());
      } else if (fact instanceof CallFact.LegEnded f) {
        listening.remove(f.leg());
      }
    }
    assertEquals(Set.of(), listening);
  }
}
