// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.calendar.OpenHours;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.Experience;
import org.ringmaster.dialer.campaign.MachinePolicy;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.dialer.pacing.LinesPacer;
import org.ringmaster.simulation.draw.Distribution;

/** What answering machines cost a campaign that screens for them, and one that does not. */
class ForecastMachinesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long SECOND = 1_000_000;
  private static final int LEADS = 600;

  /** A Monday in March. */
  private static final long NINE =
      LocalDateTime.of(2026, 3, 2, 9, 0).atZone(BERLIN).toEpochSecond() * SECOND;

  private static ForecastPlan plan(@Nullable ScreeningPlan screening, int trunkLines) {
    List<OpenHours> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.add(new OpenHours(day, 9 * 60, 20 * 60));
    }
    CampaignPlan plan =
        CampaignPlan.of(
                new CampaignId("spring"),
                new QueueId("outbound"),
                new TrunkId("carrier"),
                CampaignMode.PREDICTIVE,
                new Calendar(new CalendarId("calling"), BERLIN.getId(), week, List.of()))
            .recycling(1, List.of());
    return ForecastPlan.of(
            plan.screenedBy(screening),
            ForecastLeads.fresh(LEADS, BERLIN),
            Staffing.always(6),
            NINE)
        .trunk(trunkLines, 0);
  }

  /**
   * A thousand calls of which four in ten were answered, half of these by machines.
   *
   * @param counted whether it is of a version that counts what detectors say
   */
  private static Experience screened(boolean counted) {
    Experience experience = new Experience();
    for (int i = 0; i < 1_000; i++) {
      boolean answers = i % 5 < 2;
      boolean isMachine = answers && i % 5 == 0;
      experience.dialled(6, 6);
      if (answers) {
        experience.rang(8 * SECOND + i * 5_000L);
        if (counted) {
          experience.screened(isMachine);
        }
      }
      if (isMachine && counted) {
        experience.gaveUpMachine(4 * SECOND, 0);
      } else if (answers && !isMachine) {
        experience.talked(100 * SECOND);
        experience.wrapped(20 * SECOND);
      }
      AttemptOutcome answer = isMachine ? AttemptOutcome.MACHINE : AttemptOutcome.TALKED;
      experience.ended(
          answers ? answer : AttemptOutcome.NO_ANSWER,
          9 + i % 11,
          20_000 + i / 250,
          0,
          26 * SECOND);
    }
    return experience;
  }

  private static ForecastResult forecast(ForecastPlan plan, Experience experience) {
    return new Forecast(plan, experience, 1).make(20, () -> false, runs -> {});
  }

  private static double middle(ForecastResult result, ForecastFigure figure) {
    return result.band(figure).p50();
  }

  @Test
  void aMachineThatIsGivenUpCostsItsAgentSecondsAndIsNoConnect() {
    ForecastResult off = forecast(plan(null, 0), screened(true));
    ForecastResult on = forecast(plan(ScreeningPlan.of(MachinePolicy.HANG_UP), 0), screened(true));
    double answers = middle(off, ForecastFigure.CONNECTS);
    assertEquals(0.4 * LEADS, answers, 0.1 * LEADS);
    assertEquals(0.5 * answers, middle(on, ForecastFigure.CONNECTS), 0.15 * answers);
    assertEquals(0.5 * answers, middle(on, ForecastFigure.MACHINES), 0.15 * answers);
    double talk = middle(off, ForecastFigure.TALK_HOURS);
    assertEquals(0.52 * talk, middle(on, ForecastFigure.TALK_HOURS), 0.15 * talk);
    assertTrue(
        middle(on, ForecastFigure.MOSTLY) < 0.8 * middle(off, ForecastFigure.MOSTLY),
        on.bands() + " " + off.bands());
    assertEquals(List.of(), on.guesses());
    assertFalse(off.bands().containsKey(ForecastFigure.MACHINES));
  }

  @Test
  void historyThatHasOutcomesOnlyTellsTheShareToo() {
    ForecastResult on = forecast(plan(ScreeningPlan.of(MachinePolicy.HANG_UP), 0), screened(false));
    assertEquals(0.2 * LEADS, middle(on, ForecastFigure.MACHINES), 0.05 * LEADS);
    assertEquals(List.of(), on.guesses());
  }

  @Test
  void whereMachinesAreObservedOrLeftToAgentsEachCostsAWholeAnswer() {
    ForecastResult off = forecast(plan(null, 0), screened(true));
    for (ScreeningPlan screening :
        List.of(
            ScreeningPlan.of(MachinePolicy.OBSERVE),
            ScreeningPlan.of(MachinePolicy.HANG_UP).leavingItToAgents())) {
      assertEquals(off, forecast(plan(screening, 0), screened(true)));
    }
  }

  @Test
  void aMachineThatWaitedInVainIsGivenUpAndNoAbandonedCallWhereItIsStillToldWhoCalled() {
    double[] answers = new double[24];
    Arrays.fill(answers, 0.4);
    Chances machinesOnly =
        new Chances(
            answers,
            new double[] {1},
            0,
            0,
            0,
            0,
            new Distribution.Constant(5),
            new Distribution.Constant(3),
            new Distribution.Constant(60),
            0,
            new Distribution.Constant(10),
            new Machines(
                1,
                new Distribution.Constant(4),
                AttemptOutcome.MACHINE,
                new Distribution.Constant(0)),
            0,
            0);
    ForecastPlan silent = plan(ScreeningPlan.of(MachinePolicy.HANG_UP), 0);
    RunResult hungUp = run(silent, machinesOnly);
    assertTrue(hungUp.abandoned() > 0, hungUp.toString());
    CampaignPlan speaking = silent.campaign().dropping(List.of(Prompt.sound("who-called")), false);
    RunResult told =
        run(
            ForecastPlan.of(speaking, silent.leads(), silent.staffing(), silent.startMicros()),
            machinesOnly);
    assertEquals(0, told.abandoned());
    assertEquals(0, told.connected());
    assertEquals(0, told.answered());
    assertEquals((double) (hungUp.machines() + hungUp.abandoned()), (double) told.machines(), 40);
  }

  private static RunResult run(ForecastPlan plan, Chances chances) {
    return new CampaignWorld(plan, chances, LinesPacer.perIdle(4), 3).run(() -> false);
  }

  @Test
  void thoseThatAreAuditedCostAWholeAnswer() {
    ForecastResult on =
        forecast(
            plan(ScreeningPlan.of(MachinePolicy.HANG_UP).auditing(50, List.of()), 0),
            screened(true));
    assertEquals(0.1 * LEADS, middle(on, ForecastFigure.MACHINES), 0.04 * LEADS);
  }

  @Test
  void aMessageKeepsItsLine() {
    ScreeningPlan message =
        ScreeningPlan.of(MachinePolicy.MESSAGE).telling(List.of(Prompt.sound("hello")));
    Experience known = screened(false);
    double hungUp =
        middle(
            forecast(plan(ScreeningPlan.of(MachinePolicy.HANG_UP), 6), known),
            ForecastFigure.FINISH);
    double told = middle(forecast(plan(message, 6), known), ForecastFigure.FINISH);
    assertTrue(told > 1.05 * hungUp, told + " " + hungUp);
  }

  @Test
  void withoutAScreenedAnswerItSaysThatTheMachinesAreAGuess() {
    Experience unscreened = new Experience();
    for (int i = 0; i < 400; i++) {
      boolean answers = i % 4 == 0;
      if (answers) {
        unscreened.rang(8 * SECOND);
        unscreened.talked(100 * SECOND);
        unscreened.wrapped(20 * SECOND);
      }
      unscreened.ended(
          answers ? AttemptOutcome.TALKED : AttemptOutcome.NO_ANSWER, 10, 20_000, 0, 26 * SECOND);
    }
    ForecastResult on = forecast(plan(ScreeningPlan.of(MachinePolicy.HANG_UP), 0), unscreened);
    assertEquals(1, on.guesses().size(), on.guesses().toString());
    assertTrue(
        on.guesses().getFirst().contains("how many of those who answer are machines is a guess"),
        on.guesses().toString());
    assertTrue(middle(on, ForecastFigure.MACHINES) > 0);
    assertEquals(List.of(), forecast(plan(null, 0), unscreened).guesses());
  }
}
