// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.crash.CrashPoint;

/** What a sweep has counted and found. Any thread. */
final class Tally {
  private static final int SHOWN = 5;

  /** What the platform made of a damaged journal. */
  enum Seen {
    /** All facts were there all the same: what was damaged is not needed, or not for facts. */
    HARMLESS,
    /** It did not start. */
    REFUSED,
    /** It started, and told that it had cut a torn tail. */
    TAIL_CUT,
    /** Facts were gone, and it did not notice by itself. */
    NOT_SEEN
  }

  private final Map<Seen, Long> damages = new EnumMap<>(Seen.class);

  private final Map<CrashPoint, Integer> killedAt = new EnumMap<>(CrashPoint.class);
  private final Map<CrashPoint, Long> reached = new EnumMap<>(CrashPoint.class);
  private final Map<Trouble, Long> troubles = new EnumMap<>(Trouble.class);
  private final List<String> found = new ArrayList<>();
  private int runs;
  private int processes;
  private int processesAtPoint;
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
    reached(death);
    if (death.atPoint()) {
      killedAt.merge(chosen, 1, Integer::sum);
    }
  }

  /** A process was really killed, and stood at the chosen point or anywhere. */
  synchronized void killedProcess(boolean atPoint) {
    runs++;
    processes++;
    processesAtPoint += atPoint ? 1 : 0;
  }

  synchronized int processes() {
    return processes;
  }

  synchronized int processesAtPoint() {
    return processesAtPoint;
  }

  /** Adds what a life has come by that nobody killed. */
  synchronized void reached(Death death) {
    death.seen().forEach((point, times) -> reached.merge(point, (long) times, Long::sum));
  }

  /** Something has gone wrong as drawn. */
  synchronized void troubled(Trouble trouble) {
    troubles.merge(trouble, 1L, Long::sum);
  }

  synchronized long troubles(Trouble trouble) {
    return troubles.getOrDefault(trouble, 0L);
  }

  /** How often any life has come by a point. */
  synchronized long reachedAt(CrashPoint point) {
    return reached.getOrDefault(point, 0L);
  }

  /** How many lives have ended at a point. */
  synchronized int killedAt(CrashPoint point) {
    return killedAt.getOrDefault(point, 0);
  }

  synchronized void damage(Seen seen) {
    damages.merge(seen, 1L, Long::sum);
  }

  synchronized long damages() {
    return damages.values().stream().mapToLong(Long::longValue).sum();
  }

  synchronized long damages(Seen seen) {
    return damages.getOrDefault(seen, 0L);
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
