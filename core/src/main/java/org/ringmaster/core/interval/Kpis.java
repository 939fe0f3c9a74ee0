// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import java.util.ArrayList;
import java.util.List;

/** The figures that people ask for, worked out from what was counted and timed. Pure. */
public final class Kpis {

  /** Behind the name of a count: of these, who called; whom we had dialled is left out. */
  public static final String OF_CALLERS = "_CALLERS";

  private static final WaitKpi ANSWERS =
      WaitKpi.of(
          micros(
              "average-speed-of-answer",
              "average speed of answer",
              "waits of the answered / answered",
              "wait from joining the queue, not from the first prompt",
              "ANSWERED"),
          "waits of the callers answered / callers answered",
          Waits::answerMicros,
          Waits::answered);
  private static final WaitKpi ABANDONS =
      WaitKpi.of(
          micros(
              "average-time-to-abandon",
              "average time to abandon",
              "waits of the abandoned / abandoned",
              "usual",
              "ABANDONED"),
          "waits of the callers abandoned / callers abandoned",
          Waits::abandonMicros,
          Waits::abandoned);
  private static final WaitKpi ABANDONED =
      WaitKpi.of(
          share(
              "abandon-rate-a",
              "abandon rate (a)",
              "abandoned / offered",
              "Amazon Connect: abandoned of queued",
              "ABANDONED"),
          "callers abandoned / callers offered",
          Waits::abandoned,
          Waits::offered);
  private static final WaitKpi ABANDONED_LATE =
      WaitKpi.of(
          share(
              "abandon-rate-b",
              "abandon rate (b)",
              "(abandoned - short abandons) / (offered - short abandons)",
              "usual: short abandons left out on both sides",
              "ABANDONED"),
          "(callers abandoned - short abandons of callers)"
              + " / (callers offered - short abandons of callers)",
          waits -> waits.abandoned() - waits.abandonedShort(),
          waits -> waits.offered() - waits.abandonedShort());
  private static final List<WaitKpi> OF_WAITS =
      List.of(ANSWERS, ABANDONS, ABANDONED, ABANDONED_LATE);

  /** How long callers waited who got an agent. */
  public static final Formula ANSWER_WAIT = ANSWERS.second();

  /** How long callers waited who gave up. */
  public static final Formula ABANDON_WAIT = ABANDONS.second();

  /** The share of callers who gave up. */
  public static final Formula ABANDON_RATE = ABANDONED.second();

  /** The share of callers who gave up, short abandons left out. */
  public static final Formula LONG_ABANDON_RATE = ABANDONED_LATE.second();

  /** How long a contact keeps an agent. */
  public static final Formula HANDLE_TIME =
      micros(
          "average-handle-time",
          "average handle time",
          "(talk + hold + wrap-up) / handled",
          "usual; handled where the wrap-up closes",
          "HANDLED");

  /** How long agent and caller hear each other. */
  public static final Formula TALK_TIME =
      micros(
          "average-talk-time",
          "average talk time",
          "talk / handled",
          "QueueMetrics and Amazon Connect tell it apart",
          "HANDLED");

  /** How long callers are on hold. */
  public static final Formula HOLD_TIME =
      micros(
          "average-hold-time",
          "average hold time",
          "hold / handled",
          "QueueMetrics and Amazon Connect tell it apart",
          "HANDLED");

  /** How long the work after a talk takes. */
  public static final Formula WRAP_UP_TIME =
      micros(
          "average-wrap-up-time",
          "average wrap-up time",
          "wrap-up / handled",
          "QueueMetrics and Amazon Connect tell it apart",
          "HANDLED");

  /** How much of the time in which they take callers agents are busy. */
  public static final Formula OCCUPANCY =
      share(
          "occupancy",
          "occupancy",
          "(ring + talk + hold + wrap-up) / (ring + talk + hold + wrap-up + idle)",
          "usual; time in pause is left out",
          "HANDLED");

  /** How much of the time in which they are signed in agents handle contacts. */
  public static final Formula UTILISATION =
      share(
          "utilisation", "utilisation", "(talk + hold + wrap-up) / signed in", "usual", "HANDLED");

  /** The share of handled contacts in which the caller was on hold. */
  public static final Formula HOLD_RATE =
      share("hold-rate", "hold rate", "handled with a hold / handled", "usual", "HANDLED");

  /** The share of handled contacts in which the agent passed the caller on. */
  public static final Formula TRANSFER_RATE =
      share("transfer-rate", "transfer rate", "passed on / handled", "usual", "HANDLED");

  /** The share of handled contacts in which a third one joined agent and caller. */
  public static final Formula CONFERENCE_RATE =
      share(
          "conference-rate",
          "conference rate",
          "handled with a conference / handled",
          "usual",
          "HANDLED");

  /** The share of contacts after which the same customer did not come again for the same. */
  public static final Formula FIRST_CONTACT =
      share(
          "first-contact-resolution",
          "first-contact resolution (repeat)",
          "served with no further contact of the customer on the demand within W days / served",
          "repeat method, across media; W = 7 unless asked for otherwise, 1 to 30",
          "ANSWERED");

  /** How often the wait that callers were told was long enough: 80 % is right. */
  public static final Formula WAIT_KEPT =
      share(
          "foreseen-wait-kept",
          "foreseen wait kept",
          "answered within the wait foreseen for four in five / answered after a wait was told",
          "calibration of a quantile: four in five are right; who left is not counted",
          "FORESEEN");

  private Kpis() {}

  /** Every formula that is in use, in the order in which it is shown. */
  public static List<Formula> formulas() {
    List<Formula> all = new ArrayList<>();
    ofQueue(new Tally<>(QueueFigure.class)).forEach(kpi -> all.add(kpi.formula()));
    all.add(HOLD_RATE);
    all.add(TRANSFER_RATE);
    all.add(CONFERENCE_RATE);
    all.add(FIRST_CONTACT);
    all.add(WAIT_KEPT);
    all.add(OCCUPANCY);
    all.add(UTILISATION);
    return List.copyOf(all);
  }

  /** The formulas that were in use before, and by which a figure can still be had. */
  public static List<Formula> earlier() {
    return earlierOfQueue(new Tally<>(QueueFigure.class)).stream().map(Kpi::formula).toList();
  }

  /** All who waited in a queue and went before an agent came, in whichever of the three ways. */
  public static long abandoned(Tally<QueueFigure> sums) {
    return sums.of(QueueFigure.ABANDONED_WAITING)
        + sums.of(QueueFigure.ABANDONED_RINGING)
        + sums.of(QueueFigure.ABANDONED_DIALLED);
  }

  /** How long an agent was signed in, microseconds. */
  public static long signedInMicros(Tally<AgentFigure> sums) {
    long micros = 0;
    for (AgentFigure figure : AgentFigure.values()) {
      micros += figure == AgentFigure.HANDLED ? 0 : sums.of(figure);
    }
    return micros;
  }

  /** Everything there is to say of a queue, in the order in which it is shown. */
  public static List<Kpi> ofQueue(Tally<QueueFigure> sums) {
    List<Kpi> all = new ArrayList<>();
    for (ServiceLevel level : ServiceLevel.values()) {
      all.add(level.of(sums));
    }
    long handled = sums.of(QueueFigure.HANDLED);
    long talk = sums.of(QueueFigure.TALK_MICROS);
    long hold = sums.of(QueueFigure.HOLD_MICROS);
    long wrapUp = sums.of(QueueFigure.WRAP_UP_MICROS);
    OF_WAITS.forEach(figure -> all.add(figure.of(sums)));
    all.add(new Kpi(HANDLE_TIME, talk + hold + wrapUp, handled));
    all.add(new Kpi(TALK_TIME, talk, handled));
    all.add(new Kpi(HOLD_TIME, hold, handled));
    all.add(new Kpi(WRAP_UP_TIME, wrapUp, handled));
    return List.copyOf(all);
  }

  /** The figures of a queue by the versions of their formulas before the present one. */
  public static List<Kpi> earlierOfQueue(Tally<QueueFigure> sums) {
    List<Kpi> all = new ArrayList<>();
    for (ServiceLevel level : ServiceLevel.values()) {
      all.add(level.firstOf(sums));
    }
    OF_WAITS.forEach(figure -> all.add(figure.firstOf(sums)));
    return List.copyOf(all);
  }

  /** Everything there is to say of an agent, in the order in which it is shown. */
  public static List<Kpi> ofAgent(Tally<AgentFigure> sums) {
    long handled = sums.of(AgentFigure.HANDLED);
    long talk = sums.of(AgentFigure.TALK_MICROS);
    long hold = sums.of(AgentFigure.HOLD_MICROS);
    long wrapUp = sums.of(AgentFigure.WRAP_UP_MICROS);
    long handling = talk + hold + wrapUp;
    long busy = handling + sums.of(AgentFigure.RING_MICROS);
    return List.of(
        new Kpi(OCCUPANCY, busy, busy + sums.of(AgentFigure.IDLE_MICROS)),
        new Kpi(UTILISATION, handling, signedInMicros(sums)),
        new Kpi(HANDLE_TIME, handling, handled),
        new Kpi(TALK_TIME, talk, handled),
        new Kpi(HOLD_TIME, hold, handled),
        new Kpi(WRAP_UP_TIME, wrapUp, handled));
  }

  private static Formula micros(String id, String name, String text, String source, String opens) {
    return new Formula(id, name, 1, Formula.Unit.MICROS, text, source, opens);
  }

  private static Formula share(String id, String name, String text, String source, String opens) {
    return new Formula(id, name, 1, Formula.Unit.SHARE, text, source, opens);
  }
}
