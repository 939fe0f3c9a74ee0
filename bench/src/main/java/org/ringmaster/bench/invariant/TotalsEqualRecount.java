// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.QueueDay;
import org.ringmaster.core.board.QueueRow;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.interval.Interval;
import org.ringmaster.core.interval.Kpis;
import org.ringmaster.core.interval.QueueFigure;
import org.ringmaster.core.interval.Tally;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/** What was counted on the way is counted again from the facts. */
final class TotalsEqualRecount implements Invariant {

  /** What one queue has counted on its last day. */
  private static final class Day {
    LocalDate day = LocalDate.EPOCH;
    long joined;
    long answered;
    long abandoned;
    long overflowed;
    final Set<EntryId> waiting = new LinkedHashSet<>();
    final Set<EntryId> talking = new LinkedHashSet<>();

    /** Told late still counts: on the day that is being counted. */
    void on(LocalDate told) {
      if (told.isAfter(day)) {
        startOver();
        day = told;
      }
    }

    void startOver() {
      joined = 0;
      answered = 0;
      abandoned = 0;
      overflowed = 0;
    }

    @Override
    public String toString() {
      return joined
          + " joined, "
          + answered
          + " answered, "
          + abandoned
          + " abandoned, "
          + overflowed
          + " overflowed, "
          + waiting.size()
          + " waiting, "
          + talking.size()
          + " talking";
    }
  }

  private final Map<QueueId, Day> days = new LinkedHashMap<>();
  private final Map<LegId, TrunkId> onTrunk = new LinkedHashMap<>();

  @Override
  public String sentence() {
    return "Totals equal a recount: offered = answered + abandoned + flowed out + still waiting.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact recorded) {
    LocalDate day =
        LocalDate.ofInstant(
            Instant.ofEpochSecond(Math.floorDiv(recorded.envelope().occurredAtMicros(), 1_000_000)),
            ZoneOffset.UTC);
    switch (recorded.fact()) {
      case QueueFact.EntryJoined f -> {
        count(f.queue(), day).joined++;
        count(f.queue(), day).waiting.add(f.entry());
      }
      case QueueFact.EntryConnected f -> {
        count(f.queue(), day).answered++;
        count(f.queue(), day).waiting.remove(f.entry());
        count(f.queue(), day).talking.add(f.entry());
      }
      case QueueFact.EntryReturned f -> {
        count(f.queue(), day).answered--;
        count(f.queue(), day).talking.remove(f.entry());
        count(f.queue(), day).waiting.add(f.entry());
      }
      case QueueFact.EntryCompleted f -> of(f.queue()).talking.remove(f.entry());
      case QueueFact.EntryAbandoned f -> {
        count(f.queue(), day).abandoned++;
        count(f.queue(), day).waiting.remove(f.entry());
      }
      case QueueFact.EntryOverflowed f -> {
        count(f.queue(), day).overflowed++;
        count(f.queue(), day).waiting.remove(f.entry());
      }
      case QueueFact.QueueRemoved f -> {
        of(f.queue()).startOver();
        of(f.queue()).day = LocalDate.EPOCH;
      }
      case CallFact.LegArrived f when f.trunk() != null -> onTrunk.put(f.leg(), f.trunk());
      case CallFact.LegRequested f when f.trunk() != null -> onTrunk.put(f.leg(), f.trunk());
      case CallFact.LegEnded f -> onTrunk.remove(f.leg());
      default -> {}
    }
    return null;
  }

  private Day of(QueueId queue) {
    return days.computeIfAbsent(queue, id -> new Day());
  }

  private Day count(QueueId queue, LocalDate told) {
    Day day = of(queue);
    day.on(told);
    return day;
  }

  @Override
  public @Nullable String brokenByStep(List<RecordedFact> step, Checkpoint now) {
    return step.stream().anyMatch(fact -> counts(fact.fact())) ? brokenAt(now) : null;
  }

  private static boolean counts(Fact fact) {
    return fact instanceof QueueFact
        || fact instanceof CallFact.LegArrived
        || fact instanceof CallFact.LegRequested
        || fact instanceof CallFact.LegEnded;
  }

  @Override
  public @Nullable String brokenAt(Checkpoint whole) {
    for (QueueRow row : whole.boards().queues().rows()) {
      Day counted = of(row.queue().id());
      QueueDay shown = row.day();
      boolean same =
          shown.joined() == counted.joined
              && shown.answered() == counted.answered
              && shown.abandoned() == counted.abandoned
              && shown.overflowed() == counted.overflowed
              && row.waiting() == counted.waiting.size()
              && row.talking() == counted.talking.size();
      if (!same) {
        return "the board shows " + row + "; counted again: " + counted;
      }
    }
    String broken = trunks(whole);
    return broken == null ? sums(whole) : broken;
  }

  private @Nullable String trunks(Checkpoint whole) {
    Map<TrunkId, Integer> legs = new LinkedHashMap<>();
    onTrunk.values().forEach(trunk -> legs.merge(trunk, 1, Integer::sum));
    for (Map.Entry<TrunkId, Integer> each : legs.entrySet()) {
      int used = whole.centre().calls().trunkUsage().of(each.getKey()).legs();
      if (used != each.getValue()) {
        return each.getKey() + " is said to carry " + used + " legs and carries " + each.getValue();
      }
    }
    return null;
  }

  private static @Nullable String sums(Checkpoint whole) {
    for (Interval interval : whole.intervals().intervals(whole.nowMicros())) {
      for (QueueId queue : whole.intervals().queues()) {
        Tally<QueueFigure> sums = whole.intervals().queue(queue, interval, whole.nowMicros());
        long waiting = whole.intervals().waiting(queue, interval);
        long told =
            sums.of(QueueFigure.ANSWERED)
                + Kpis.abandoned(sums)
                + sums.of(QueueFigure.FLOWED_OUT)
                + waiting;
        if (sums.of(QueueFigure.OFFERED) != told) {
          return queue + " in " + interval + " has " + sums + " and " + waiting + " waiting";
        }
      }
    }
    return null;
  }
}
