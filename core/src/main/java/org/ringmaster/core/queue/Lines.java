// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines before the agents: per queue those who wait with nobody being rung, and those for whom
 * somebody is. Each in the order of arrival, also after an offer in vain. Made from the books,
 * never saved.
 */
final class Lines {

  private static final Comparator<QueueEntry> BY_ARRIVAL =
      Comparator.comparingLong(QueueEntry::takenInMicros)
          .thenComparing(entry -> entry.id().value());

  private final Map<QueueId, NavigableSet<QueueEntry>> waiting = new LinkedHashMap<>();
  private final Map<QueueId, NavigableSet<QueueEntry>> offered = new LinkedHashMap<>();

  /** An entry came (before is null), went (after is null) or changed. */
  void changed(@Nullable QueueEntry before, @Nullable QueueEntry after) {
    if (before != null) {
      line(waiting, before.queue()).remove(before);
      line(offered, before.queue()).remove(before);
    }
    if (after != null && after.state() == EntryState.WAITING) {
      line(waiting, after.queue()).add(after);
    } else if (after != null && after.state() == EntryState.OFFERED) {
      line(offered, after.queue()).add(after);
    }
  }

  private static NavigableSet<QueueEntry> line(
      Map<QueueId, NavigableSet<QueueEntry>> lines, QueueId queue) {
    return lines.computeIfAbsent(queue, id -> new TreeSet<>(BY_ARRIVAL));
  }

  /** All who wait in a queue with nobody being rung, oldest first; a copy. */
  List<QueueEntry> waitingIn(QueueId queue) {
    return List.copyOf(line(waiting, queue));
  }

  /** All who wait in a queue, rung for or not; a copy. */
  List<QueueEntry> allIn(QueueId queue) {
    return Stream.concat(line(waiting, queue).stream(), line(offered, queue).stream()).toList();
  }

  /**
   * The next to be served in any of some queues after the last one looked at (null: from the
   * beginning), or null. A walk by this stays sound while entries come and go.
   */
  @Nullable QueueEntry nextWaiting(List<QueueId> queues, @Nullable QueueEntry last) {
    return next(waiting, queues, last, entry -> true);
  }

  /** As {@link #nextWaiting}, among those for whom somebody is being rung already. */
  @Nullable QueueEntry nextOffered(
      List<QueueId> queues, @Nullable QueueEntry last, Predicate<QueueEntry> wanted) {
    return next(offered, queues, last, wanted);
  }

  private static @Nullable QueueEntry next(
      Map<QueueId, NavigableSet<QueueEntry>> lines,
      List<QueueId> queues,
      @Nullable QueueEntry last,
      Predicate<QueueEntry> wanted) {
    QueueEntry best = null;
    for (QueueId queue : queues) {
      NavigableSet<QueueEntry> line = line(lines, queue);
      QueueEntry candidate = last == null ? first(line) : line.higher(last);
      while (candidate != null && !wanted.test(candidate)) {
        candidate = line.higher(candidate);
      }
      if (candidate != null && (best == null || BY_ARRIVAL.compare(candidate, best) < 0)) {
        best = candidate;
      }
    }
    return best;
  }

  private static @Nullable QueueEntry first(NavigableSet<QueueEntry> line) {
    return line.isEmpty() ? null : line.first();
  }
}
