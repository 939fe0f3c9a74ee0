// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringmaster.core.crash.CrashPoint;

/** What a sweep has counted and found. Any thread. */
final class Tally {
  private static final int SHOWN = 5;

  private final Map<CrashPoint, Integer> killedAt = new EnumMap<>(CrashPoint.class);
  private final Set<CrashPoint> passed = EnumSet.noneOf(CrashPoint.class);
  private final List<String> found = new ArrayList<>();
  private int runs;
  private int tornTails;
  private long facts;
  private long lost;
  private long doubled;
  private long altered;
  private int states;
  private int askedTwice;
  private int unaccounted;
  private int store;

  synchronized void killed(Death death, CrashPoint chosen) {
    runs++;
    passed.addAll(death.seen());
    if (death.atPoint()) {
      killedAt.merge(chosen, 1, Integer::sum);
    }
  }

  synchronized void killedElsewhere() {
    runs++;
  }

  synchronized void torn() {
    tornTails++;
  }

  synchronized void facts(long more) {
    facts += more;
  }

  synchronized void lost(long count, String what) {
    lost += count;
    found.add("lost: " + what);
  }

  synchronized void doubled(String what) {
    doubled++;
    found.add("doubled: " + what);
  }

  synchronized void altered(String what) {
    altered++;
    found.add("altered: " + what);
  }

  synchronized void state(String what) {
    states++;
    found.add("state: " + what);
  }

  synchronized void askedTwice(String what) {
    askedTwice++;
    found.add("asked twice: " + what);
  }

  synchronized void unaccounted(String what) {
    unaccounted++;
    found.add("unaccounted: " + what);
  }

  synchronized void store(String what) {
    store++;
    found.add("store: " + what);
  }

  synchronized int runs() {
    return runs;
  }

  synchronized int tornTails() {
    return tornTails;
  }

  synchronized long facts() {
    return facts;
  }

  synchronized long lost() {
    return lost;
  }

  synchronized long doubled() {
    return doubled;
  }

  synchronized long altered() {
    return altered;
  }

  synchronized int states() {
    return states;
  }

  synchronized int askedTwice() {
    return askedTwice;
  }

  synchronized int unaccounted() {
    return unaccounted;
  }

  synchronized int storeFindings() {
    return store;
  }

  /** Points at which no run was killed, of those asked for. */
  synchronized Set<CrashPoint> notKilledAt(Set<CrashPoint> wanted) {
    Set<CrashPoint> missing = EnumSet.copyOf(wanted);
    missing.removeAll(killedAt.keySet());
    return missing;
  }

  /** How many runs were killed at the point that was chosen for them. */
  synchronized int killedAtPoints() {
    return killedAt.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized boolean clean() {
    return found.isEmpty();
  }

  /** The first things that were found. */
  synchronized String shown() {
    return String.join("\n  ", found.subList(0, Math.min(SHOWN, found.size())));
  }
}
