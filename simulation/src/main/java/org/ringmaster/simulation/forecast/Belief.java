// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.Experience;
import org.ringmaster.dialer.campaign.MachinePolicy;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Draws;

/**
 * What can be believed of the days to come: the laws of all that is not known, given what has come
 * of calls so far. With nothing to go by they are guesses, and wide ones. Answer shares are beta
 * and gamma laws, what a call comes to is a Dirichlet law, how much days differ is learnt from the
 * days that there were. Used by one thread.
 */
public final class Belief {

  /** With fewer calls than this there is no history worth the name. */
  public static final int FEW_CALLS = 100;

  /** With fewer talks than this their length is a guess. */
  public static final int FEW_TALKS = 20;

  private static final double PRIOR_ANSWERED = 2;
  private static final double PRIOR_SILENT = 6;

  /** Hours and tries are taken to be like all others until so many answers say otherwise. */
  private static final double HOUR_PRIOR = 15;

  private static final double TRY_PRIOR = 20;

  /** Who did not answer before is a little less likely to: by this factor, and how well known. */
  private static final double LATER = 0.87;

  private static final double LATER_SPREAD = 0.1;
  private static final double LEAST_LATER = 0.55;
  private static final double MOST_LATER = 1.1;

  /** Of those that nobody answers: busy, dead, no way, in vain; as if so many had been seen. */
  private static final double[] PRIOR_OTHERS = {6, 2, 1, 41};

  /** How much days differ, before any were seen, and how many days that counts for. */
  private static final double PRIOR_DAY_SPREAD = 0.15;

  private static final double PRIOR_DAYS = 4;
  private static final double TALK_DAY_SPREAD = 0.05;

  /** Guesses of a talk's median and of a wrap-up's, seconds, and how far off they may be. */
  private static final double TALK_SECONDS = 100;

  private static final double WRAP_UP_SECONDS = 16;
  private static final double GUESS_SPREAD = 0.4;
  private static final double SPREAD_WITHIN = 0.8;
  private static final double[] ABSENT = {2, 38};
  private static final double[] PAUSE = {2, 30};
  private static final double PAUSE_WEIGHT = 200;

  /** Of those who answer so many are machines, as if so many had been seen. */
  private static final double[] PRIOR_MACHINES = {3, 7};

  /** Guesses of the time until a machine is known for it, and of a message to it, seconds. */
  private static final Distribution VERDICT = new Distribution.LogNormal(3.5, 0.3);

  private static final Distribution MESSAGE = new Distribution.LogNormal(25, 0.4);
  private static final double PERCENT = 100;

  /** So often what was missed is worked out anew of what it makes of the share. */
  private static final int TURNS = 50;

  /** Parts of calls, so that they can be counted. */
  private static final double FINE = 100;

  private final Experience experience;
  private final @Nullable ScreeningPlan screening;
  private final double[] answers;
  private final boolean knowsCalls;
  private final boolean knowsTalks;
  private final boolean knowsWrapUps;

  /** What can be believed after so much, where machines are left to agents. */
  public Belief(Experience experience) {
    this(experience, null);
  }

  /** What can be believed after so much of a campaign that screens for machines so. */
  public Belief(Experience experience, @Nullable ScreeningPlan screening) {
    this.experience = experience;
    this.screening = screening != null && screening.givesUpForAgents() ? screening : null;
    answers = answersHadNoneBeenGivenUp();
    knowsCalls = experience.ended() >= FEW_CALLS;
    knowsTalks = sum(Experience.SPANS, experience::talks) >= FEW_TALKS;
    knowsWrapUps = sum(Experience.SPANS, experience::wrapUps) >= FEW_TALKS;
  }

  /** What is guessed and not known, each as a sentence; empty where there is history enough. */
  public List<String> guesses() {
    List<String> guesses = new ArrayList<>();
    if (!knowsCalls) {
      guesses.add(
          "Nobody has been called yet to speak of ("
              + experience.ended()
              + " calls): how many answer is a guess, 25 in 100 and perhaps half or twice that.");
    }
    if (!knowsTalks) {
      guesses.add(
          "There were too few talks to know how long they last: two minutes is a guess, and 20"
              + " seconds of wrap-up.");
    }
    if (screening != null && heardByDetectors() < FEW_TALKS) {
      guesses.add(
          "Too few answers were screened yet to speak of ("
              + heardByDetectors()
              + "): how many of those who answer are machines is a guess, 30 in 100 and perhaps"
              + " half or twice that.");
    }
    return List.copyOf(guesses);
  }

  /** Whether machines are given up, also those that an agent has. */
  boolean screens() {
    return screening != null;
  }

  /** What one run takes for true. */
  public Chances draw(Draws draws) {
    double missed = missed();
    double base =
        beta(
            draws, PRIOR_ANSWERED, PRIOR_SILENT, experience.answered() + missed, silent() - missed);
    double spread = daySpread(draws);
    double days = Math.max(1, experience.days().size());
    double known = base * StrictMath.exp(spread / StrictMath.sqrt(days) * draws.normal());
    double[] others = others(draws);
    double talkFactor = 1;
    double talks = sum(Experience.SPANS, experience::talks);
    if (knowsTalks) {
      talkFactor = StrictMath.exp(draws.normal() / StrictMath.sqrt(talks));
    }
    return new Chances(
        hours(draws, known),
        tries(draws),
        spread,
        others[0],
        others[1],
        others[2],
        ring(
            heard() < FEW_TALKS ? second -> 0 : second -> Math.round(FINE * answers[second]),
            new Distribution.Shifted(2.5, new Distribution.Gamma(2, 4.75))),
        ring(experience::otherRings, new Distribution.Shifted(1, new Distribution.Exponential(2))),
        knowsTalks ? span(experience::talks, talkFactor) : guess(draws, TALK_SECONDS),
        TALK_DAY_SPREAD,
        knowsWrapUps ? span(experience::wrapUps, 1) : guess(draws, WRAP_UP_SECONDS),
        machines(draws),
        beta(draws, ABSENT[0], ABSENT[1], 0, 0),
        pause(draws));
  }

  /**
   * Machines among those who answer: as detectors told them apart, or as calls have ended where
   * these were not counted yet. Those that are sent to agents all the same cost what a person does.
   */
  private Machines machines(Draws draws) {
    if (screening == null) {
      return Machines.NONE;
    }
    double all = heardByDetectors();
    double taken = countsVerdicts() ? experience.takenForMachines() : endedAsMachines();
    double share = beta(draws, PRIOR_MACHINES[0], PRIOR_MACHINES[1], taken, all - taken);
    boolean knows = sum(Experience.SPANS, experience::verdicts) >= FEW_TALKS;
    boolean isTold = screening.action() == MachinePolicy.MESSAGE;
    boolean knowsLines = knows && (!isTold || experience.outcomes(AttemptOutcome.MESSAGE_LEFT) > 0);
    Distribution line = isTold ? MESSAGE : new Distribution.Constant(0);
    return new Machines(
        share * (1 - screening.auditPercent() / PERCENT),
        knows ? span(experience::verdicts, 1) : VERDICT,
        isTold ? AttemptOutcome.MESSAGE_LEFT : AttemptOutcome.MACHINE,
        knowsLines ? span(experience::afterVerdicts, 1) : line);
  }

  /** Of how many answers it is known whether they were machines. */
  private long heardByDetectors() {
    return countsVerdicts()
        ? experience.screened()
        : endedAsMachines() > 0 ? experience.answered() : 0;
  }

  private boolean countsVerdicts() {
    return experience.screened() >= FEW_TALKS || endedAsMachines() == 0;
  }

  private long endedAsMachines() {
    return experience.outcomes(AttemptOutcome.MACHINE)
        + experience.outcomes(AttemptOutcome.MESSAGE_LEFT);
  }

  private double silent() {
    return experience.ended() - experience.answered();
  }

  /** Of the calls that the pacer gave up, how many a person would have answered. */
  private double missed() {
    double share = heard() == 0 ? 0 : Arrays.stream(answers).sum() / heard() - 1;
    return Math.clamp(share * experience.answered(), 0, silent());
  }

  private double heard() {
    return sum(Experience.RINGS, experience::answerRings);
  }

  /**
   * In which second of ringing how many would have answered had the pacer given up none of them: of
   * those that it gave up it is not known. They are no sign of silence, for a run gives up calls of
   * its own and the share would shrink twice. Worked out until it agrees with itself.
   */
  private double[] answersHadNoneBeenGivenUp() {
    double[] answers = new double[Experience.RINGS];
    for (int second = 0; second < answers.length; second++) {
      answers[second] = experience.answerRings(second);
    }
    double ended = experience.ended();
    for (int turn = 0; turn < TURNS && ended > 0; turn++) {
      double late = Math.min(ended, Arrays.stream(answers).sum());
      double silent = ended - late;
      double perAnswer = 0; // How many of the calls given up so far each of these stands for.
      for (int second = 0; second < answers.length; second++) {
        double now = answers[second];
        answers[second] = experience.answerRings(second) + now * perAnswer;
        late = Math.max(0, late - now);
        perAnswer += experience.givenUpRings(second) / Math.max(1, late + silent);
      }
    }
    return answers;
  }

  /**
   * How much the answer shares of days differ: what they differed by beyond chance, taken together
   * with what is usual; a scaled inverse chi-squared law.
   */
  private double daySpread(Draws draws) {
    double mean = experience.ended() == 0 ? 0 : experience.answered() / (double) experience.ended();
    double squares = PRIOR_DAYS * PRIOR_DAY_SPREAD * PRIOR_DAY_SPREAD;
    double degrees = PRIOR_DAYS;
    for (Experience.Day day : experience.days()) {
      if (day.ended() >= FEW_CALLS && mean > 0) {
        double off = day.answered() / (mean * day.ended()) - 1;
        double chance = (1 - mean) / (mean * day.ended());
        squares += Math.max(0, off * off - chance);
        degrees++;
      }
    }
    double chi = 2 * new Distribution.Gamma(degrees / 2, 1).draw(draws, 0);
    return StrictMath.sqrt(squares / Math.max(chi, degrees / 4));
  }

  private double[] hours(Draws draws, double base) {
    double mean = experience.ended() == 0 ? 0 : experience.answered() / (double) experience.ended();
    double[] hours = new double[Experience.HOURS];
    for (int hour = 0; hour < hours.length; hour++) {
      double expected = mean * experience.ended(hour);
      hours[hour] =
          base * gamma(draws, HOUR_PRIOR + experience.answered(hour)) / (HOUR_PRIOR + expected);
    }
    return hours;
  }

  private double[] tries(Draws draws) {
    double mean = experience.ended() == 0 ? 0 : experience.answered() / (double) experience.ended();
    double later = Math.clamp(LATER + LATER_SPREAD * draws.normal(), LEAST_LATER, MOST_LATER);
    double[] tries = new double[Experience.TRIES];
    double usual = 0;
    for (int nth = 0; nth < tries.length; nth++) {
      tries[nth] = StrictMath.pow(later, nth);
      usual += tries[nth] * experience.endedAtTry(nth);
    }
    // The shares of the hours are those of all tries as they were mixed so far.
    double mixed = experience.ended() == 0 ? 1 : usual / experience.ended();
    for (int nth = 0; nth < tries.length; nth++) {
      double expected = mean * experience.endedAtTry(nth);
      double prior = TRY_PRIOR * tries[nth] / mixed;
      tries[nth] = gamma(draws, prior + experience.answeredAtTry(nth)) / (TRY_PRIOR + expected);
    }
    return tries;
  }

  private static double gamma(Draws draws, double shape) {
    return new Distribution.Gamma(shape, 1).draw(draws, 0);
  }

  private double[] others(Draws draws) {
    AttemptOutcome[] kinds = {
      AttemptOutcome.BUSY,
      AttemptOutcome.UNREACHABLE,
      AttemptOutcome.CONGESTED,
      AttemptOutcome.NO_ANSWER
    };
    double[] shares = new double[kinds.length];
    double sum = 0;
    for (int i = 0; i < kinds.length; i++) {
      double weight = PRIOR_OTHERS[i] + experience.outcomes(kinds[i]);
      shares[i] = gamma(draws, weight);
      sum += shares[i];
    }
    for (int i = 0; i < kinds.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private double pause(Draws draws) {
    double all = experience.signedIn();
    double weight = Math.min(PAUSE_WEIGHT, all);
    double share = all == 0 ? 0 : 1 - experience.atWork() / all;
    return Math.min(0.9, beta(draws, PAUSE[0], PAUSE[1], share * weight, (1 - share) * weight));
  }

  private static double beta(Draws draws, double yes, double no, double seen, double other) {
    double one = gamma(draws, yes + seen);
    double rest = gamma(draws, no + other);
    return one / (one + rest);
  }

  private static Distribution guess(Draws draws, double median) {
    double shifted = median * StrictMath.exp(GUESS_SPREAD * draws.normal());
    return new Distribution.LogNormal(shifted, SPREAD_WITHIN);
  }

  private static Distribution ring(IntToLongFunction counts, Distribution guess) {
    return sum(Experience.RINGS, counts) < FEW_TALKS
        ? guess
        : binned(Experience.RINGS, counts, second -> second);
  }

  private static Distribution span(IntToLongFunction counts, double factor) {
    return binned(Experience.SPANS, counts, span -> factor * Experience.spanSeconds(span));
  }

  private static Distribution binned(int bins, IntToLongFunction counts, IntToDoubleFunction edge) {
    double all = Math.max(1, sum(bins, counts));
    List<Double> edges = new ArrayList<>();
    List<Double> upTo = new ArrayList<>();
    long counted = 0;
    for (int bin = 0; bin < bins; bin++) {
      edges.add(edge.applyAsDouble(bin));
      counted += counts.applyAsLong(bin);
      upTo.add(counted / all);
    }
    edges.add(edge.applyAsDouble(bins));
    return new Distribution.Binned(edges, upTo);
  }

  private static long sum(int bins, IntToLongFunction counts) {
    long sum = 0;
    for (int bin = 0; bin < bins; bin++) {
      sum += counts.applyAsLong(bin);
    }
    return sum;
  }
}
