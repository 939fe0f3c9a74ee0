// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the calls of one campaign have come to, in counts: what is foreseen of later ones is made of
 * it. What was long ago counts less. Owned by one thread; others take a {@link #copy}.
 */
public final class Experience {

  /** The first tries that are told apart; all later ones count as the last of them. */
  public static final int TRIES = 4;

  /** The hours of a day, by the clocks of the campaign's calendar. */
  public static final int HOURS = 24;

  /** Seconds of ringing that are told apart; what rings longer counts as the last. */
  public static final int RINGS = 61;

  /** Lengths of talk and wrap-up that are told apart, see {@link #spanSeconds}. */
  public static final int SPANS = 100;

  /**
   * One campaign's line in a snapshot.
   *
   * @param counts all counts, in a fixed order
   * @param days the day (from 1970-01-01), attempts, and those that were answered, in turn
   */
  record Saved(CampaignId campaign, List<Long> counts, List<Long> days) {}

  /**
   * One day of the last 30.
   *
   * @param ended attempts whose outcome is known
   * @param answered those that somebody answered
   */
  public record Day(long ended, long answered) {}

  /** The outcomes that had a place from the first version on; later ones stand behind all else. */
  private static final int OUTCOMES = AttemptOutcome.LOST.ordinal() + 1;

  /** Those that came with the second; what is newer still stands behind what came after them. */
  private static final int SECOND_OUTCOMES = AttemptOutcome.QUEUED.ordinal() + 1;

  private static final int LATER = SECOND_OUTCOMES - OUTCOMES;
  private static final int NEWER = AttemptOutcome.values().length - SECOND_OUTCOMES;
  private static final int HOUR_ENDED = 0;
  private static final int HOUR_ANSWERED = HOUR_ENDED + HOURS;
  private static final int TRY_ENDED = HOUR_ANSWERED + HOURS;
  private static final int TRY_ANSWERED = TRY_ENDED + TRIES;
  private static final int OUTCOME = TRY_ANSWERED + TRIES;
  private static final int ANSWER_RING = OUTCOME + OUTCOMES;
  private static final int OTHER_RING = ANSWER_RING + RINGS;
  private static final int TALK = OTHER_RING + RINGS;
  private static final int WRAP_UP = TALK + SPANS;
  private static final int SIGNED_IN = WRAP_UP + SPANS;
  private static final int AT_WORK = SIGNED_IN + 1;
  private static final int GIVEN_UP_RING = AT_WORK + 1;
  private static final int LATER_OUTCOME = GIVEN_UP_RING + RINGS;
  private static final int SCREENED = LATER_OUTCOME + LATER;
  private static final int TAKEN_FOR_MACHINE = SCREENED + 1;
  private static final int VERDICT = TAKEN_FOR_MACHINE + 1;
  private static final int AFTER_VERDICT = VERDICT + SPANS;
  private static final int NEWER_OUTCOME = AFTER_VERDICT + SPANS;
  private static final int COLUMNS = NEWER_OUTCOME + NEWER;

  private static final long MOST_ENDED = 200_000;
  private static final int DAYS = 30;
  private static final double SPANS_PER_E = 12;
  private static final double MICROS = 1e6;

  private final long[] counts = new long[COLUMNS];
  private final TreeMap<Long, long[]> days = new TreeMap<>();

  /** Nothing has come of anything yet. */
  public Experience() {}

  /** Attempts whose outcome is known. */
  public long ended() {
    return sum(HOUR_ENDED, HOURS);
  }

  /** Of those, the ones that somebody answered. */
  public long answered() {
    return sum(HOUR_ANSWERED, HOURS);
  }

  /** Attempts of an hour of the day. */
  public long ended(int hour) {
    return counts[HOUR_ENDED + hour];
  }

  /** Of those, the ones that somebody answered. */
  public long answered(int hour) {
    return counts[HOUR_ANSWERED + hour];
  }

  /** Attempts that were a lead's first (0), second (1) and so on. */
  public long endedAtTry(int before) {
    return counts[TRY_ENDED + before];
  }

  /** Of those, the ones that somebody answered. */
  public long answeredAtTry(int before) {
    return counts[TRY_ANSWERED + before];
  }

  /** Attempts that came to an outcome. */
  public long outcomes(AttemptOutcome outcome) {
    return counts[place(outcome)];
  }

  private static int place(AttemptOutcome outcome) {
    int ordinal = outcome.ordinal();
    if (ordinal < OUTCOMES) {
      return OUTCOME + ordinal;
    }
    return ordinal < SECOND_OUTCOMES
        ? LATER_OUTCOME + ordinal - OUTCOMES
        : NEWER_OUTCOME + ordinal - SECOND_OUTCOMES;
  }

  /** Attempts that were answered in this second of ringing, from 0. */
  public long answerRings(int second) {
    return counts[ANSWER_RING + second];
  }

  /** Attempts that turned out busy or dead in this second, from 0. */
  public long otherRings(int second) {
    return counts[OTHER_RING + second];
  }

  /**
   * Attempts that the pacer gave up in this second of ringing, from 0: of them nobody knows whether
   * somebody would have answered. They have ended in vain like others.
   */
  public long givenUpRings(int second) {
    return counts[GIVEN_UP_RING + second];
  }

  /** Answers to which a detector has listened, whatever it said. */
  public long screened() {
    return counts[SCREENED];
  }

  /** Of those, the ones that it took for machines, whatever followed. */
  public long takenForMachines() {
    return counts[TAKEN_FOR_MACHINE];
  }

  /** Machines that were given up, by how long after the answer they were known for it. */
  public long verdicts(int span) {
    return counts[VERDICT + span];
  }

  /** The same, by how long they kept their line after that: a message takes its time. */
  public long afterVerdicts(int span) {
    return counts[AFTER_VERDICT + span];
  }

  /** Talks of a length; with machines that were given up nobody has talked. */
  public long talks(int span) {
    return counts[TALK + span];
  }

  /** Wrap-ups of a length. */
  public long wrapUps(int span) {
    return counts[WRAP_UP + span];
  }

  /** Agents that were signed in, summed up over the dials: a weight. */
  public long signedIn() {
    return counts[SIGNED_IN];
  }

  /** Of those, the ones that were not in a pause. */
  public long atWork() {
    return counts[AT_WORK];
  }

  /** The last days on which anybody was called, oldest first; a copy. */
  public List<Day> days() {
    return days.values().stream().map(day -> new Day(day[0], day[1])).toList();
  }

  /** How many seconds a length begins at; between two lengths for one that is not whole. */
  public static double spanSeconds(double span) {
    return StrictMath.expm1(span / SPANS_PER_E);
  }

  private static int span(long micros) {
    double seconds = StrictMath.max(0, micros / MICROS);
    return (int) StrictMath.min(SPANS - 1, SPANS_PER_E * StrictMath.log1p(seconds));
  }

  private long sum(int from, int many) {
    long sum = 0;
    for (int i = from; i < from + many; i++) {
      sum += counts[i];
    }
    return sum;
  }

  // What is told.

  /** So many agents were signed in when a call was dialled, and so many of them at work. */
  public void dialled(int agentsSignedIn, int agentsAtWork) {
    counts[SIGNED_IN] += agentsSignedIn;
    counts[AT_WORK] += agentsAtWork;
  }

  /** An attempt was answered after so much ringing, microseconds. */
  public void rang(long micros) {
    counts[ANSWER_RING + ring(micros)]++;
  }

  /** The pacer gave an attempt up after so much ringing, microseconds; its end is told, too. */
  public void gaveUp(long micros) {
    counts[GIVEN_UP_RING + ring(micros)]++;
  }

  /**
   * An attempt is over.
   *
   * @param hour of the day in which it was dialled
   * @param day on which it was dialled, counted from 1970-01-01
   * @param before how often the lead had been dialled before
   * @param micros from the dialling to the end
   */
  public void ended(AttemptOutcome outcome, int hour, long day, int before, long micros) {
    if (outcome == AttemptOutcome.LOST) {
      return;
    }
    if (ended() >= MOST_ENDED) {
      halve();
    }
    int nth = StrictMath.min(TRIES - 1, StrictMath.max(0, before));
    long[] today = days.computeIfAbsent(day, at -> new long[2]);
    counts[HOUR_ENDED + hour]++;
    counts[TRY_ENDED + nth]++;
    counts[place(outcome)]++;
    today[0]++;
    switch (outcome) {
      case TALKED,
          ABANDONED,
          HUNG_UP,
          MACHINE,
          MESSAGE_LEFT,
          CALLBACK,
          HEARD,
          OPTED_OUT,
          QUEUED,
          MESSAGE_FAILED -> {
        counts[HOUR_ANSWERED + hour]++;
        counts[TRY_ANSWERED + nth]++;
        today[1]++;
      }
      case BUSY, UNREACHABLE, CONGESTED -> counts[OTHER_RING + ring(micros)]++;
      case NO_ANSWER, LOST -> {}
    }
    while (days.size() > DAYS) {
      days.pollFirstEntry();
    }
  }

  /** A detector has listened to an answer, and took it for a machine or did not. */
  public void screened(boolean machine) {
    counts[SCREENED]++;
    counts[TAKEN_FOR_MACHINE] += machine ? 1 : 0;
  }

  /**
   * A machine was given up, and its attempt is over.
   *
   * @param verdictMicros from the answer to the verdict
   * @param afterMicros from there to the end
   */
  public void gaveUpMachine(long verdictMicros, long afterMicros) {
    counts[VERDICT + span(verdictMicros)]++;
    counts[AFTER_VERDICT + span(afterMicros)]++;
  }

  /** A talk lasted so long, microseconds. */
  public void talked(long micros) {
    counts[TALK + span(micros)]++;
  }

  /** A wrap-up lasted so long, microseconds. */
  public void wrapped(long micros) {
    counts[WRAP_UP + span(micros)]++;
  }

  private static int ring(long micros) {
    return StrictMath.clamp((long) (micros / MICROS), 0, RINGS - 1);
  }

  private void halve() {
    for (int i = 0; i < COLUMNS; i++) {
      counts[i] /= 2;
    }
  }

  /** The same as it is now, for another thread. */
  public Experience copy() {
    Experience copy = new Experience();
    System.arraycopy(counts, 0, copy.counts, 0, COLUMNS);
    days.forEach((day, counted) -> copy.days.put(day, counted.clone()));
    return copy;
  }

  Saved save(CampaignId campaign) {
    List<Long> columns = new ArrayList<>();
    for (long count : counts) {
      columns.add(count);
    }
    List<Long> all = new ArrayList<>();
    for (Map.Entry<Long, long[]> day : days.entrySet()) {
      all.add(day.getKey());
      all.add(day.getValue()[0]);
      all.add(day.getValue()[1]);
    }
    return new Saved(campaign, columns, all);
  }

  static Experience restored(Saved saved) {
    Experience experience = new Experience();
    for (int i = 0; i < StrictMath.min(COLUMNS, saved.counts().size()); i++) {
      experience.counts[i] = saved.counts().get(i);
    }
    List<Long> days = saved.days();
    for (int i = 0; i + 2 < days.size(); i += 3) {
      experience.days.put(days.get(i), new long[] {days.get(i + 1), days.get(i + 2)});
    }
    return experience;
  }
}
