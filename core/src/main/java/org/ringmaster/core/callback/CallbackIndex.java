// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.queue.QueueId;

/**
 * Finds callbacks by what belongs to them, and those of a queue in their order, so that thousands
 * of them cost no more than those that are asked about. Made from the books, never saved.
 */
final class CallbackIndex {

  /** Oldest first: ids count up. */
  private static final Comparator<CallbackId> BY_AGE = Comparator.comparing(CallbackId::value);

  /** As the line has them: the more urgent first, then who waits longest. */
  private static final Comparator<Callback> IN_LINE =
      Comparator.comparingInt(Callback::priority)
          .reversed()
          .thenComparingLong(Callback::sinceMicros)
          .thenComparing(callback -> callback.id().value());

  private static final Comparator<Callback> BY_WAIT =
      Comparator.comparingLong(Callback::sinceMicros)
          .thenComparing(callback -> callback.id().value());

  private final Map<Record, NavigableSet<CallbackId>> byPart = new LinkedHashMap<>();

  /** Those that are dialled first and wait for their turn; the queues by name. */
  private final Map<QueueId, NavigableSet<Callback>> turns =
      new TreeMap<>(Comparator.comparing(QueueId::value));

  private final Map<QueueId, NavigableSet<Callback>> toBeCalled = new LinkedHashMap<>();
  private final Map<QueueId, Integer> dialling = new LinkedHashMap<>();

  /** A callback came (before is null), went (after is null) or changed. */
  void changed(@Nullable Callback before, @Nullable Callback after) {
    if (before != null) {
      parts(before).forEach(part -> remove(byPart, part, before.id()));
      remove(turns, before.queue(), before);
      remove(toBeCalled, before.queue(), before);
      count(before, -1);
    }
    if (after != null) {
      for (Record part : parts(after)) {
        byPart.computeIfAbsent(part, of -> new TreeSet<>(BY_AGE)).add(after.id());
      }
      if (isForTurn(after)) {
        turns.computeIfAbsent(after.queue(), of -> new TreeSet<>(IN_LINE)).add(after);
      }
      if (after.isToBeCalled()) {
        toBeCalled.computeIfAbsent(after.queue(), of -> new TreeSet<>(BY_WAIT)).add(after);
      }
      count(after, 1);
    }
  }

  private static boolean isForTurn(Callback callback) {
    return callback.state() == CallbackState.WAITING
        && callback.plan().mode() == CallbackMode.CUSTOMER_FIRST;
  }

  private void count(Callback callback, int by) {
    if (callback.state() == CallbackState.DIALLING) {
      dialling.merge(callback.queue(), by, (had, more) -> had + more == 0 ? null : had + more);
    }
  }

  private static <K, V> void remove(Map<K, NavigableSet<V>> sets, K key, V value) {
    NavigableSet<V> set = sets.get(key);
    if (set != null && set.remove(value) && set.isEmpty()) {
      sets.remove(key);
    }
  }

  private static List<Record> parts(Callback callback) {
    List<Record> parts = new ArrayList<>();
    parts.add(callback.place());
    add(parts, callback.offer());
    add(parts, callback.leg());
    add(parts, callback.entry());
    add(parts, callback.customer());
    add(parts, callback.identity());
    return parts;
  }

  private static void add(List<Record> parts, @Nullable Record part) {
    if (part != null) {
      parts.add(part);
    }
  }

  /** Those to which a thing belongs, oldest first; a customer in person may have several. */
  SortedSet<CallbackId> of(Record part) {
    return byPart.getOrDefault(part, Collections.emptyNavigableSet());
  }

  /** The queues whose customers wait to be dialled first; a copy. */
  List<QueueId> queuesWithTurns() {
    return List.copyOf(turns.keySet());
  }

  /** Those of a queue that are dialled first and wait for their turn, in the order of the line. */
  NavigableSet<Callback> turnsIn(QueueId queue) {
    return turns.getOrDefault(queue, Collections.emptyNavigableSet());
  }

  /** Those of a queue that are to be called, who waits longest first. */
  NavigableSet<Callback> toBeCalled(QueueId queue) {
    return toBeCalled.getOrDefault(queue, Collections.emptyNavigableSet());
  }

  /** How many customers of a queue are being dialled. */
  int dialling(QueueId queue) {
    return dialling.getOrDefault(queue, 0);
  }
}
