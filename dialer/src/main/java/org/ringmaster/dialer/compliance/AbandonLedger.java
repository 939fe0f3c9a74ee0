// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.compliance;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Live answers and abandoned calls of a campaign by quarters of an hour, and what they come to in
 * the windows of the laws: the calendar day, the last 24 hours, the last 30 days. Owned by one
 * thread.
 */
public final class AbandonLedger {

  /** A stretch of time in which a law counts. */
  public enum Window {
    /** Since midnight where the campaign is. */
    DAY,
    /** The last 24 hours. */
    LAST_24_HOURS,
    /** The last 30 days. */
    LAST_30_DAYS
  }

  private static final long SECOND_MICROS = 1_000_000;
  private static final long QUARTER_SECONDS = 900;
  private static final long DAY_QUARTERS = 96;
  private static final long DAYS = 30;
  private static final int COLUMNS = 3;

  private final ZoneId zone;
  private final TreeMap<Long, long[]> quarters = new TreeMap<>();

  /** An empty ledger of a campaign whose day begins by the clocks of a zone. */
  public AbandonLedger(ZoneId zone) {
    this.zone = zone;
  }

  /** A call that a person answered came to an agent in time, or was abandoned. */
  public void answered(boolean abandoned, long atMicros) {
    long quarter = quarter(atMicros);
    quarters.headMap(quarter - DAYS * DAY_QUARTERS).clear();
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

  /** What was counted in a window that ends at an instant, epoch microseconds. */
  public LiveAnswers in(Window window, long nowMicros) {
    long first =
        switch (window) {
          case DAY -> quarter(dayStartMicros(nowMicros));
          case LAST_24_HOURS -> quarter(nowMicros) - DAY_QUARTERS;
          case LAST_30_DAYS -> quarter(nowMicros) - DAYS * DAY_QUARTERS;
        };
    long connected = 0;
    long abandoned = 0;
    for (long[] counts : quarters.tailMap(first).values()) {
      connected += counts[0];
      abandoned += counts[1];
    }
    return new LiveAnswers(connected, abandoned, 0, 0);
  }

  /**
   * Whether one more abandoned call would be too many in any window; small windows may have some,
   * because one of few is much.
   *
   * @param percent how many of a hundred may be abandoned
   * @param spare how many more than that are let pass
   */
  public boolean isSpent(double percent, int spare, long nowMicros) {
    for (Window window : Window.values()) {
      LiveAnswers answers = in(window, nowMicros);
      long all = answers.toAgents() + answers.abandoned() + 1;
      if (answers.abandoned() + 1 > all * percent / 100 + spare) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many calls more may be abandoned, in the window that allows least; not whole, and negative
   * where too many were.
   *
   * @param percent how many of a hundred may be abandoned
   */
  public double left(double percent, long nowMicros) {
    double least = Double.POSITIVE_INFINITY;
    for (Window window : Window.values()) {
      LiveAnswers answers = in(window, nowMicros);
      long all = answers.toAgents() + answers.abandoned();
      least = StrictMath.min(least, all * percent / 100 - answers.abandoned());
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

  private java.time.ZonedDateTime there(long atMicros) {
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
