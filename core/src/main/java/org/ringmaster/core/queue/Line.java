// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The line of one queue on one node: those who wait with nobody being rung, apart by priority, and
 * those for whom somebody is. Who came first of all, and who is first of those who go before, is
 * known without a look at the others.
 */
final class Line {

  /**
   * The order of a line. Two who wait keep it for as long as they wait, so that a line is sorted
   * once, when somebody comes.
   */
  static final Comparator<QueueEntry> BY_ARRIVAL =
      Comparator.comparingLong(QueueEntry::sinceMicros).thenComparing(entry -> entry.id().value());

  private final NavigableMap<Integer, NavigableSet<QueueEntry>> levels =
      new TreeMap<>(Comparator.reverseOrder());
  private final NavigableSet<QueueEntry> offered = new TreeSet<>(BY_ARRIVAL);
  private int waits;

  // Found when the line changes, so that whoever chooses needs not look for them.
  private @Nullable QueueEntry oldest;
  private @Nullable QueueEntry first;

  void remove(QueueEntry before) {
    NavigableSet<QueueEntry> level = levels.get(before.priority());
    if (level != null && level.remove(before)) {
      waits -= before.isKept() ? 0 : 1;
      if (level.isEmpty()) {
        levels.remove(before.priority());
      }
      if (isSame(oldest, before)) {
        oldest = findOldest();
      }
      if (isSame(first, before)) {
        first = levels.isEmpty() ? null : levels.firstEntry().getValue().first();
      }
    }
    offered.remove(before);
  }

  private static boolean isSame(@Nullable QueueEntry one, QueueEntry other) {
    return one != null && one.id().equals(other.id());
  }

  void addWaiting(QueueEntry entry) {
    levels.computeIfAbsent(entry.priority(), p -> new TreeSet<>(BY_ARRIVAL)).add(entry);
    waits += entry.isKept() ? 0 : 1;
    if (oldest == null || BY_ARRIVAL.compare(entry, oldest) < 0) {
      oldest = entry;
    }
    if (first == null || isBefore(entry, first)) {
      first = entry;
    }
  }

  private static boolean isBefore(QueueEntry one, QueueEntry other) {
    return one.priority() > other.priority()
        || (one.priority() == other.priority() && BY_ARRIVAL.compare(one, other) < 0);
  }

  void addOffered(QueueEntry entry) {
    offered.add(entry);
  }

  /** How many wait, rung for or not; kept places do not count. */
  int length() {
    return waits + offered.size();
  }

  /** Those who wait with nobody being rung, one set for each priority, the highest first. */
  NavigableMap<Integer, NavigableSet<QueueEntry>> levels() {
    return levels;
  }

  /** Those for whom somebody is being rung, oldest first. */
  NavigableSet<QueueEntry> offered() {
    return offered;
  }

  /** Who came first of those who wait with nobody being rung, kept places included; or null. */
  @Nullable QueueEntry oldest() {
    return oldest;
  }

  private @Nullable QueueEntry findOldest() {
    QueueEntry found = null;
    for (NavigableSet<QueueEntry> level : levels.values()) {
      QueueEntry head = level.first();
      if (found == null || BY_ARRIVAL.compare(head, found) < 0) {
        found = head;
      }
    }
    return found;
  }

  /** Who came first of those of the highest priority; or null. */
  @Nullable QueueEntry first() {
    return first;
  }

  /**
   * Who is to be served first: of the highest priority among those wanted, who came first.
   *
   * @param wanted says of one whether it can be served; asked in the order of the line until it can
   * @param isLast says of one that cannot be served whether those who came after it cannot either
   */
  @Nullable QueueEntry first(Predicate<QueueEntry> wanted, Predicate<QueueEntry> isLast) {
    for (NavigableSet<QueueEntry> level : levels.values()) {
      QueueEntry found = firstOf(level, wanted, isLast);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** As {@link #first(Predicate, Predicate)}, but who came first of all priorities. */
  @Nullable QueueEntry oldest(Predicate<QueueEntry> wanted, Predicate<QueueEntry> isLast) {
    QueueEntry found = null;
    for (NavigableSet<QueueEntry> level : levels.values()) {
      QueueEntry one = firstOf(level, wanted, isLast);
      if (one != null && (found == null || BY_ARRIVAL.compare(one, found) < 0)) {
        found = one;
      }
    }
    return found;
  }

  private static @Nullable QueueEntry firstOf(
      Collection<QueueEntry> level, Predicate<QueueEntry> wanted, Predicate<QueueEntry> isLast) {
    for (QueueEntry entry : level) {
      if (wanted.test(entry)) {
        return entry;
      }
      if (isLast.test(entry)) {
        return null;
      }
    }
    return null;
  }
}
