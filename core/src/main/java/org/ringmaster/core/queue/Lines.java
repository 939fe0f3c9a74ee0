// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.NodeId;

/**
 * The lines before the agents: per queue and node those who wait with nobody being rung, one line
 * for each priority, and those for whom somebody is. Kept places stand in them too, but do not
 * count as callers who wait. Each in the order in which they came, also after an offer in vain.
 * Made from the books, never saved.
 */
final class Lines {

  private final Map<QueueId, Map<NodeId, Line>> lines = new LinkedHashMap<>();

  /** An entry came (before is null), went (after is null) or changed. */
  void changed(@Nullable QueueEntry before, @Nullable QueueEntry after) {
    if (before != null) {
      line(before.queue(), before.node()).remove(before);
    }
    if (after != null && after.state() == EntryState.WAITING) {
      line(after.queue(), after.node()).addWaiting(after);
    } else if (after != null && after.state() == EntryState.OFFERED) {
      line(after.queue(), after.node()).addOffered(after);
    }
  }

  /** The line of a queue on a node, which stays the same one for ever. */
  Line line(QueueId queue, NodeId node) {
    return lines
        .computeIfAbsent(queue, id -> new LinkedHashMap<>())
        .computeIfAbsent(node, id -> new Line());
  }

  private Collection<Line> of(QueueId queue) {
    return lines.getOrDefault(queue, Map.of()).values();
  }

  private @Nullable Line of(QueueId queue, NodeId node) {
    return lines.getOrDefault(queue, Map.of()).get(node);
  }

  /** Whether anybody waits with nobody being rung, kept places included, other than one. */
  boolean isAnybodyBut(EntryId id) {
    for (Map<NodeId, Line> byNode : lines.values()) {
      for (Line line : byNode.values()) {
        for (NavigableSet<QueueEntry> level : line.levels().values()) {
          if (level.size() > 1 || !level.first().id().equals(id)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** How many wait in a queue, rung for or not. */
  int lengthOf(QueueId queue) {
    int length = 0;
    for (Line line : of(queue)) {
      length += line.length();
    }
    return length;
  }

  /**
   * The place of one who waits, from 1: behind those of a higher priority and those of the same who
   * came before, on whichever node, rung for or not.
   */
  int placeOf(QueueEntry entry) {
    int ahead = 0;
    for (Line line : of(entry.queue())) {
      for (Map.Entry<Integer, NavigableSet<QueueEntry>> level : line.levels().entrySet()) {
        if (level.getKey() > entry.priority()) {
          ahead += level.getValue().size();
        } else if (level.getKey() == entry.priority()) {
          ahead += level.getValue().headSet(entry).size();
        }
      }
      for (QueueEntry other : line.offered()) {
        boolean isBefore =
            other.priority() > entry.priority()
                || (other.priority() == entry.priority()
                    && Line.BY_ARRIVAL.compare(other, entry) < 0);
        ahead += isBefore ? 1 : 0;
      }
    }
    return ahead + 1;
  }

  /** How many wait, with nobody being rung, who are served before a place. */
  int aheadOf(KeptPlace place) {
    QueueEntry entry = QueueEntry.kept(place);
    Line line = of(place.queue(), place.node());
    int ahead = 0;
    for (Map.Entry<Integer, NavigableSet<QueueEntry>> level :
        line == null
            ? List.<Map.Entry<Integer, NavigableSet<QueueEntry>>>of()
            : line.levels().entrySet()) {
      if (level.getKey() > place.priority()) {
        ahead += level.getValue().size();
      } else if (level.getKey() == place.priority()) {
        ahead += level.getValue().headSet(entry, false).size();
      }
    }
    return ahead;
  }

  /** All who wait in a queue with nobody being rung, oldest first; a copy. */
  List<QueueEntry> waitingIn(QueueId queue) {
    List<QueueEntry> found = new ArrayList<>();
    for (Line line : of(queue)) {
      line.levels().values().forEach(found::addAll);
    }
    found.removeIf(QueueEntry::isKept);
    found.sort(Line.BY_ARRIVAL);
    return found;
  }

  /** All who wait in a queue, rung for or not, oldest first; a copy. */
  List<QueueEntry> allIn(QueueId queue) {
    List<QueueEntry> found = waitingIn(queue);
    of(queue).forEach(line -> found.addAll(line.offered()));
    found.sort(Line.BY_ARRIVAL);
    return found;
  }

  /**
   * The oldest in any of some queues, on a node, for whom somebody is being rung already, after the
   * last one looked at (null: from the beginning), or null. A walk by this stays sound while
   * entries come and go.
   */
  @Nullable QueueEntry nextOffered(
      List<QueueId> queues, NodeId node, @Nullable QueueEntry last, Predicate<QueueEntry> wanted) {
    QueueEntry best = null;
    for (QueueId queue : queues) {
      Line line = of(queue, node);
      QueueEntry candidate = line == null ? null : after(line.offered(), last);
      while (candidate != null && !wanted.test(candidate)) {
        candidate = line == null ? null : line.offered().higher(candidate);
      }
      if (candidate != null && (best == null || Line.BY_ARRIVAL.compare(candidate, best) < 0)) {
        best = candidate;
      }
    }
    return best;
  }

  private static @Nullable QueueEntry after(
      NavigableSet<QueueEntry> line, @Nullable QueueEntry last) {
    if (last != null) {
      return line.higher(last);
    }
    return line.isEmpty() ? null : line.first();
  }
}
