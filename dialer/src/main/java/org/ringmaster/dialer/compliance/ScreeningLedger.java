// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringmaster.core.call.ScreeningVerdict;

/** What detectors said of a campaign's calls, by quarters of an hour. Owned by one thread. */
public final class ScreeningLedger {
  private static final int HUMANS = 0;
  private static final int MACHINES = 1;
  private static final int UNKNOWN = 2;
  private static final int GIVEN_UP = 3;
  private static final int AUDITED = 4;
  private static final int PEOPLE = 5;
  private static final int COLUMNS = 6;

  private final TreeMap<Long, long[]> quarters = new TreeMap<>();

  /** A detector has said what it takes a call for, and the call was given up or not. */
  void screened(ScreeningVerdict verdict, boolean givenUp, long quarter, long oldest) {
    quarters.headMap(oldest).clear();
    switch (verdict) {
      case HUMAN -> count(HUMANS, quarter);
      case MACHINE -> count(MACHINES, quarter);
      case UNKNOWN -> count(UNKNOWN, quarter);
    }
    if (givenUp) {
      count(GIVEN_UP, quarter);
    }
  }

  /** An agent has said of one that was taken for a machine whether it was a person. */
  void audited(boolean person, long quarter) {
    count(AUDITED, quarter);
    if (person) {
      count(PEOPLE, quarter);
    }
  }

  private void count(int what, long quarter) {
    quarters.computeIfAbsent(quarter, at -> new long[COLUMNS])[what]++;
  }

  /** What was counted from a quarter on. */
  ScreeningFigures since(long quarter) {
    long[] sums = new long[COLUMNS];
    for (long[] counts : quarters.tailMap(quarter).values()) {
      for (int i = 0; i < COLUMNS; i++) {
        sums[i] += counts[i];
      }
    }
    return new ScreeningFigures(
        sums[HUMANS], sums[MACHINES], sums[UNKNOWN], sums[GIVEN_UP], sums[AUDITED], sums[PEOPLE]);
  }

  /** All that is counted, as numbers: the quarter, and its columns. */
  List<Long> save() {
    List<Long> all = new ArrayList<>();
    for (Map.Entry<Long, long[]> each : quarters.entrySet()) {
      all.add(each.getKey());
      for (long count : each.getValue()) {
        all.add(count);
      }
    }
    return all;
  }

  /** Takes over what was saved. */
  void load(List<Long> saved) {
    for (int i = 0; i + COLUMNS < saved.size(); i += COLUMNS + 1) {
      long[] counts = new long[COLUMNS];
      for (int column = 0; column < COLUMNS; column++) {
        counts[column] = saved.get(i + 1 + column);
      }
      quarters.put(saved.get(i), counts);
    }
  }
}
