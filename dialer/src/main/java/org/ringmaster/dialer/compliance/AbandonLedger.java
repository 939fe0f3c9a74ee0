// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringmaster.core.call.ScreeningVerdict;

/**
 * Live answers and abandoned calls of a campaign by quarters of an hour, and what they come to in
 * the windows of the laws: the calendar day, the last 24 hours, the last 30 days, the calendar
 * month. Owned by one thread.
 */
public final class AbandonLedger {

  /** A stretch of time in which a law counts. */
  public enum Window {
    /** Since midnight where the campaign is. */
    DAY,
    /** The last 24 hours. */
    LAST_24_HOURS,
    /** The last 30 days. */
    LAST_30_DAYS,
    /** Since the first of the month where the campaign is. */
    MONTH
  }

  private static final long SECOND_MICROS = 1_000_000;
  private static final long QUARTER_SECONDS = 900;
  private static final long DAY_QUARTERS = 96;
  private static final long DAYS = 30;

  /** As long as the longest window, a month. */
  private static final long KEPT_DAYS = 31;

  private static final double PERCENT = 100;
  private static final int COLUMNS = 3;

  private final ZoneId zone;
  private final TreeMap<Long, long[]> quarters = new TreeMap<>();
  private final ScreeningLedger screening = new ScreeningLedger();

  /** An empty ledger of a campaign whose day begins by the clocks of a zone. */
  public AbandonLedger(ZoneId zone) {
    this.zone = zone;
  }

  /** A call that a person answered came to an agent in time, or was abandoned. */
  public void answered(boolean abandoned, long atMicros) {
    long quarter = quarter(atMicros);
    quarters.headMap(quarter - KEPT_DAYS * DAY_QUARTERS).clear();
    long[] counts = quarters.computeIfAbsent(quarter, at -> new long[2]);
    counts[abandoned ? 1 : 0]++;
  }

  /**
   * A call that was counted as answered in time was abandoned after all.
   *
   * @param countedMicros when it was counted, epoch microseconds
   */
  public void abandonedAfterAll(long countedMicros) {
    long[] counts = quarters.get(quarter(countedMicros));
    if (counts != null && counts[0] > 0) {
      counts[0]--;
      counts[1]++;
    }
  }

  /**
   * A call that was counted as answered in time was answered by a machine: it is no live answer.
   *
   * @param countedMicros when it was counted, epoch microseconds
   */
  public void machineAfterAll(long countedMicros) {
    long[] counts = quarters.get(quarter(countedMicros));
    if (counts != null && counts[0] > 0) {
      counts[0]--;
    }
  }

  /**
   * A call that was counted as abandoned was answered by a machine: it is no live answer.
   *
   * @param countedMicros when it was counted, epoch microseconds
   */
  public void noDropAfterAll(long countedMicros) {
    long[] counts = quarters.get(quarter(countedMicros));
    if (counts != null && counts[1] > 0) {
      counts[1]--;
    }
  }

  /** A detector has said what it takes a call for, and the call was given up or not. */
  public void screened(ScreeningVerdict verdict, boolean givenUp, long atMicros) {
    long quarter = quarter(atMicros);
    screening.screened(verdict, givenUp, quarter, quarter - KEPT_DAYS * DAY_QUARTERS);
  }

  /** An agent has said of one that was taken for a machine whether it was a person. */
  public void audited(boolean person, long atMicros) {
    screening.audited(person, quarter(atMicros));
  }

  /** What detectors said in a window that ends at an instant, epoch microseconds. */
  public ScreeningFigures screening(Window window, long nowMicros) {
    return screening.since(first(window, nowMicros));
  }

  /** All that is counted of detectors, as numbers. */
  public List<Long> saveScreening() {
    return screening.save();
  }

  /** Takes over what was saved of detectors. */
  public void loadScreening(List<Long> saved) {
    screening.load(saved);
  }

  private long first(Window window, long nowMicros) {
    return switch (window) {
      case DAY -> quarter(dayStartMicros(nowMicros));
      case LAST_24_HOURS -> quarter(nowMicros) - DAY_QUARTERS;
      case LAST_30_DAYS -> quarter(nowMicros) - DAYS * DAY_QUARTERS;
      case MONTH -> quarter(monthStartMicros(nowMicros));
    };
  }

  /** The same of a whole day, counted from 1970-01-01 where the campaign is, up to now. */
  public double mistakenOn(long day) {
    long start = LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond() * SECOND_MICROS;
    return mistaken(quarter(start), start);
  }

  /**
   * How many people were given up as machines: of what was given up in the window the share that
   * agents found to be people in the last 30 days.
   */
  private double mistaken(long first, long nowMicros) {
    long givenUp = screening.since(first).givenUp();
    return givenUp == 0 ? 0 : givenUp * screening(Window.LAST_30_DAYS, nowMicros).share();
  }

  /** What was counted in a window that ends at an instant, epoch microseconds. */
  public LiveAnswers in(Window window, long nowMicros) {
    long first = first(window, nowMicros);
    long connected = 0;
    long abandoned = 0;
    for (long[] counts : quarters.tailMap(first).values()) {
      connected += counts[0];
      abandoned += counts[1];
    }
    return new LiveAnswers(connected, abandoned, 0, mistaken(first, nowMicros));
  }

  /**
   * Whether one more abandoned call would be too many; of few calls some may be, because one of few
   * is much.
   *
   * @param left what {@link #left} told
   * @param percent how many of a hundred may be abandoned
   * @param spare how many more than that are let pass
   */
  public static boolean isSpent(double left, double percent, int spare) {
    return left + percent / PERCENT + spare < 1;
  }

  /**
   * How many calls more may be abandoned, in the window that allows least; not whole, and negative
   * where too many were.
   *
   * @param percent how many of a hundred may be abandoned
   */
  public double left(double percent, long nowMicros) {
    return left(List.of(this), percent, nowMicros);
  }

  /**
   * How many calls more may be abandoned of what several campaigns have counted together, in the
   * window that allows least; not whole, and negative where too many were.
   *
   * @param ledgers theirs; a day and a month of each begin where it is
   * @param percent how many of a hundred may be abandoned
   */
  public static double left(Collection<AbandonLedger> ledgers, double percent, long nowMicros) {
    double least = Double.POSITIVE_INFINITY;
    for (Window window : Window.values()) {
      double kept = 0;
      double lost = 0;
      for (AbandonLedger ledger : ledgers) {
        LiveAnswers answers = ledger.in(window, nowMicros);
        kept += answers.toAgents();
        lost += answers.abandoned() + answers.mistaken();
      }
      least = StrictMath.min(least, (kept + lost) * percent / PERCENT - lost);
    }
    return least;
  }

  /** The calendar day of an instant where the campaign is, counted from 1970-01-01. */
  public long day(long atMicros) {
    return there(atMicros).toLocalDate().toEpochDay();
  }

  private long dayStartMicros(long atMicros) {
    return there(atMicros).toLocalDate().atStartOfDay(zone).toEpochSecond() * SECOND_MICROS;
  }

  private long monthStartMicros(long atMicros) {
    LocalDate first = there(atMicros).toLocalDate().withDayOfMonth(1);
    return first.atStartOfDay(zone).toEpochSecond() * SECOND_MICROS;
  }

  private ZonedDateTime there(long atMicros) {
    return Instant.ofEpochSecond(StrictMath.floorDiv(atMicros, SECOND_MICROS)).atZone(zone);
  }

  private static long quarter(long atMicros) {
    return StrictMath.floorDiv(atMicros, QUARTER_SECONDS * SECOND_MICROS);
  }

  /** All that is counted, as numbers: the quarter, who came to agents, who was abandoned. */
  public List<Long> save() {
    List<Long> all = new ArrayList<>();
    for (Map.Entry<Long, long[]> each : quarters.entrySet()) {
      all.add(each.getKey());
      all.add(each.getValue()[0]);
      all.add(each.getValue()[1]);
    }
    return all;
  }

  /** Takes over what was saved. */
  public void load(List<Long> saved) {
    for (int i = 0; i + 2 < saved.size(); i += COLUMNS) {
      quarters.put(saved.get(i), new long[] {saved.get(i + 1), saved.get(i + 2)});
    }
  }
}
