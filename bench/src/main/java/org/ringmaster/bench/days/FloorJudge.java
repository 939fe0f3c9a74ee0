// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ringmaster.core.queue.Queue;

/**
 * Says what should not have been: a caller who waited beside an agent who could have taken them, an
 * agent given to somebody who may not have them, or to somebody before whose turn another's was.
 * While something is broken on purpose, and for a while after, nobody is judged.
 */
final class FloorJudge {
  /** An agent may be idle for so long beside a caller whom they may take. */
  static final long IDLE_MICROS = 200_000;

  /** What is due at one instant is done one after the other: who was due so long ago counts. */
  private static final long JUST_NOW_MICROS = 5_000;

  private final NaiveRules rules;
  private final NaiveReserves reserves;
  private final List<String> wrong = new ArrayList<>();
  private long calmSince;
  private long pairs;
  private long given;
  private long givenWhileDue;
  private long longestIdleMicros;
  private long keptApart;
  private long givenPastReserve;

  FloorJudge(NaiveRules rules, NaiveReserves reserves) {
    this.rules = rules;
    this.reserves = reserves;
  }

  /** Something is being broken from now on. */
  void looksAway() {
    calmSince = Desk.NEVER;
  }

  /** What happens from this instant on is judged again, epoch microseconds. */
  void looksFrom(long micros) {
    calmSince = micros;
  }

  /** Whether it has looked since an instant at least. */
  boolean isLooking(long now) {
    return calmSince <= now;
  }

  /** An agent does something else from now on, or is looked at. */
  void stopsIdling(Desk desk, Collection<Waiter> waiters, long now) {
    long idle = desk.idleSince();
    if (idle == Desk.NEVER || now - idle <= IDLE_MICROS || !isLooking(now)) {
      return;
    }
    for (Waiter waiter : waiters) {
      judge(desk, waiter, idle, now);
    }
  }

  /** Somebody waits no longer, or has an agent on the way. */
  void stopsWaiting(Waiter waiter, Collection<Desk> desks, long now) {
    if (waiter.aloneSince == Waiter.NOT_NOW || now - waiter.aloneSince <= IDLE_MICROS) {
      return;
    }
    for (Desk desk : desks) {
      long idle = desk.idleSince();
      if (idle != Desk.NEVER) {
        judge(desk, waiter, idle, now);
      }
    }
  }

  private void judge(Desk desk, Waiter waiter, long idle, long now) {
    if (waiter.aloneSince == Waiter.NOT_NOW) {
      return;
    }
    long from = Math.max(calmSince, Math.max(idle, waiter.aloneSince));
    if (calmSince == Desk.NEVER || now - from <= IDLE_MICROS) {
      return;
    }
    pairs++;
    boolean isReserved = reserves.concerns(desk, waiter);
    if (isReserved) { // What was before has been judged: everybody is looked at every few seconds.
      from = Math.max(from, now - NaiveReserves.LOOKED_BACK);
    }
    long idled = rules.longestMay(desk, waiter, from, now);
    if (isReserved && idled > 0) {
      long spared = rules.longestSpared(desk, waiter, from, now);
      keptApart += idled > IDLE_MICROS && spared <= IDLE_MICROS ? 1 : 0;
      idled = spared;
    }
    longestIdleMicros = Math.max(longestIdleMicros, idled);
    if (idled > IDLE_MICROS) {
      wrong.add(waiter + " waited " + idled / 1_000 + " ms beside " + desk + ", who was idle");
    }
  }

  /** An agent is rung for somebody. */
  void given(Waiter whom, Desk desk, Collection<Waiter> waiters, long now) {
    if (!isLooking(now)) {
      return;
    }
    given++;
    if (!rules.may(desk, whom, now)) {
      wrong.add(desk + " is rung for " + whom + ", who may not have them");
    }
    Queue defied = reserves.defied(desk, whom, now);
    if (defied != null) {
      wrong.add(desk + " is rung for " + whom + " and is kept by the reserve of " + defied.id());
    } else if (reserves.keeping(desk, whom, now) != null) {
      givenPastReserve++;
    }
    long before = now - JUST_NOW_MICROS;
    boolean isAnyDue = false;
    for (Waiter other : waiters) {
      boolean waits = other.aloneSince <= before && !other.id.equals(whom.id);
      if (waits && mayTake(desk, other, now) && mayTake(desk, other, before)) {
        boolean isDue = other.isDue(before);
        isAnyDue |= isDue;
        if (isDue && !(whom.isDue(now) && whom.since <= other.since)) {
          wrong.add(
              desk
                  + " is rung for "
                  + whom
                  + " and "
                  + other
                  + " has waited longer than the bound");
        } else if (isBeforeInLine(other, whom) && !whom.isDue(now)) {
          wrong.add(desk + " is rung for " + whom + " and " + other + " is before them");
        }
      }
    }
    givenWhileDue += isAnyDue ? 1 : 0;
  }

  private boolean mayTake(Desk desk, Waiter waiter, long at) {
    return rules.may(desk, waiter, at) && reserves.spares(desk, waiter, at);
  }

  private static boolean isBeforeInLine(Waiter one, Waiter other) {
    return one.queue.id().equals(other.queue.id())
        && (one.priority > other.priority
            || (one.priority == other.priority && one.since < other.since));
  }

  /** What should not have been, oldest first. */
  List<String> wrong() {
    return wrong;
  }

  /** How many callers and idle agents were beside each other longer than the bound. */
  long pairs() {
    return pairs;
  }

  /** How many agents were rung under its eyes. */
  long given() {
    return given;
  }

  /** Of these, how many while somebody they may take was due by the ageing bound. */
  long givenWhileDue() {
    return givenWhileDue;
  }

  /** How many of those pairs nothing but a reserve kept apart. */
  long keptApart() {
    return keptApart;
  }

  /**
   * How many agents were rung although a reserve needed them, for somebody whom no reserve holds.
   */
  long givenPastReserve() {
    return givenPastReserve;
  }

  /** The longest that an agent was idle beside a caller whom they might have taken. */
  long longestIdleMicros() {
    return longestIdleMicros;
  }
}
