// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.callerid;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;

/**
 * How often each number of ours was shown and how often that was answered, by the hour for a week;
 * for all campaigns together. Owned by the thread that folds.
 */
public final class CallerIds {

  /**
   * A line of a snapshot: one hour of one number.
   *
   * @param hour hours since 1970
   */
  public record Hour(String number, long hour, long shown, long ended, long answered) {

    private Hour plus(int moreShown, int moreEnded, int moreAnswered) {
      return new Hour(number, hour, shown + moreShown, ended + moreEnded, answered + moreAnswered);
    }
  }

  /** A line of a snapshot: a call that is not over. */
  public record Live(LegId leg, String number, boolean answered) {}

  /** A line of a snapshot: a number that is answered less than it should be. */
  public record Low(String number, long sinceMicros) {}

  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final long DAY_HOURS = 24;
  private static final long KEPT_HOURS = 7 * DAY_HOURS;

  private final Map<String, Deque<Hour>> hours = new LinkedHashMap<>();
  private final Map<LegId, Live> live = new LinkedHashMap<>();
  private final Map<String, Low> low = new LinkedHashMap<>();

  /**
   * Which number of a pool a lead's telephone shows now.
   *
   * @param digits the lead's number, which begins with the country's digits
   * @return null where each was shown as often as it may
   */
  public @Nullable String choose(CallerIdPool pool, String digits, long nowMicros) {
    long hour = nowMicros / HOUR_MICROS;
    String best = null;
    int bestNear = -1;
    long bestLately = 0;
    long bestShown = 0;
    for (String number : pool.numbers()) {
      long shown = sum(number, hour - DAY_HOURS, hour).shown;
      if (pool.mostADay() > 0 && shown >= pool.mostADay()) {
        continue;
      }
      int near = pool.pick() == CallerIdPick.NEAREST ? sharedDigits(number, digits) : 0;
      long lately = sum(number, hour, hour).shown;
      boolean isRested =
          lately < bestLately || lately == bestLately && shown < bestShown; // Hour by hour.
      if (best == null || near > bestNear || near == bestNear && isRested) {
        best = number;
        bestNear = near;
        bestLately = lately;
        bestShown = shown;
      }
    }
    return best;
  }

  private static int sharedDigits(String number, String digits) {
    int most = StrictMath.min(number.length() - 1, digits.length());
    int same = 0;
    while (same < most && number.charAt(same + 1) == digits.charAt(same)) { // After the plus.
      same++;
    }
    return same;
  }

  /** Which number a call that is not over shows; null where it is none of a pool. */
  public @Nullable String shownBy(LegId leg) {
    Live call = live.get(leg);
    return call == null ? null : call.number();
  }

  /** What a number was used for in the last 24 whole hours and in this one. */
  public CallerIdUse use(String number, long nowMicros) {
    long hour = nowMicros / HOUR_MICROS;
    Sum sum = sum(number, hour - DAY_HOURS, hour);
    Low since = low.get(number);
    return new CallerIdUse(
        number, sum.shown, sum.ended, sum.answered, since == null ? 0 : since.sinceMicros());
  }

  /** Of some hours; no hour of any makes an object, because each dial asks for all of a pool. */
  private static final class Sum {
    long shown;
    long ended;
    long answered;
  }

  private Sum sum(String number, long from, long to) {
    Sum sum = new Sum();
    Deque<Hour> all = hours.get(number);
    if (all != null) {
      for (Iterator<Hour> newest = all.descendingIterator(); newest.hasNext(); ) {
        Hour one = newest.next();
        if (one.hour() < from) {
          break;
        }
        if (one.hour() <= to) {
          sum.shown += one.shown();
          sum.ended += one.ended();
          sum.answered += one.answered();
        }
      }
    }
    return sum;
  }

  /**
   * With what a number of a pool is compared: its neighbours in the same 24 hours, but for those
   * that are low themselves; where they have too few calls, itself in the days before.
   */
  public CallerIdUse others(CallerIdPool pool, String number, long nowMicros) {
    long hour = nowMicros / HOUR_MICROS;
    long ended = 0;
    long answered = 0;
    for (String other : pool.numbers()) {
      if (!other.equals(number) && !low.containsKey(other)) {
        Sum sum = sum(other, hour - DAY_HOURS, hour);
        ended += sum.ended;
        answered += sum.answered;
      }
    }
    if (ended < AnswerRates.FEWEST) {
      Sum before = sum(number, hour - KEPT_HOURS, hour - DAY_HOURS - 1);
      ended = before.ended;
      answered = before.answered;
    }
    return new CallerIdUse(number, 0, ended, answered, 0);
  }

  /** Whether a number that was not low is so now. */
  public boolean falls(CallerIdUse own, CallerIdUse others) {
    return !low.containsKey(own.number()) && compare(own, others) == AnswerRates.Verdict.LOW;
  }

  /** Whether a number that was low is so no longer, or has too few calls to say that it is. */
  public boolean recovers(CallerIdUse own, CallerIdUse others) {
    return low.containsKey(own.number())
        && (compare(own, others) == AnswerRates.Verdict.FINE
            || own.ended() < AnswerRates.FEWEST / 2);
  }

  private static AnswerRates.Verdict compare(CallerIdUse own, CallerIdUse others) {
    return AnswerRates.compare(own.ended(), own.answered(), others.ended(), others.answered());
  }

  // The fold.

  /** A call shows a number. */
  public void shown(LegId leg, String number, long atMicros) {
    live.put(leg, new Live(leg, number, false));
    count(number, atMicros, 1, 0, 0);
  }

  /** It was answered; nothing where it showed none of a pool. */
  public void answered(LegId leg) {
    live.computeIfPresent(leg, (id, call) -> new Live(id, call.number(), true));
  }

  /**
   * It is over; nothing where it showed none of a pool.
   *
   * @param tells whether its end says something about people
   */
  public void ended(LegId leg, boolean tells, long atMicros) {
    Live call = live.remove(leg);
    if (call != null && tells) {
      count(call.number(), atMicros, 0, 1, call.answered() ? 1 : 0);
    }
  }

  /** A number is answered less than it should be. */
  public void fell(String number, long atMicros) {
    low.put(number, new Low(number, atMicros));
  }

  /** It is so no longer. */
  public void recovered(String number) {
    low.remove(number);
  }

  private void count(String number, long atMicros, int shown, int ended, int answered) {
    long hour = atMicros / HOUR_MICROS;
    Deque<Hour> all = hours.computeIfAbsent(number, one -> new ArrayDeque<>());
    Hour last = all.peekLast();
    if (last != null && last.hour() >= hour) { // A clock that was set back changes no order.
      all.removeLast();
      all.addLast(last.plus(shown, ended, answered));
    } else {
      all.addLast(new Hour(number, hour, shown, ended, answered));
      while (all.getFirst().hour() < hour - KEPT_HOURS) {
        all.removeFirst();
      }
    }
  }

  /** Gives all lines of a snapshot. */
  public void snapshot(Consumer<Record> out) {
    hours.values().forEach(all -> all.forEach(out));
    live.values().forEach(out);
    low.values().forEach(out);
  }

  /** Takes a line of a snapshot back; nothing for a line of somebody else's. */
  public void restore(Record entity) {
    switch (entity) {
      case Hour it -> hours.computeIfAbsent(it.number(), one -> new ArrayDeque<>()).addLast(it);
      case Live it -> live.put(it.leg(), it);
      case Low it -> low.put(it.number(), it);
      default -> {}
    }
  }
}
