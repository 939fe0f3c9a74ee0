// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A large floor, drawn from a seed: agents with one to five skills each, a queue for each skill,
 * and callers who come to them with priorities. The same for everyone who decides. Not thread-safe.
 */
final class Floor {
  static final int PRIORITIES = 3;
  private static final int MOST_SKILLS = 5;

  /** One who waits; smaller numbers came before. */
  record Caller(int number, int queue, int priority) {}

  final int queues;
  final int[][] queuesOf;
  final int[][] agentsOf;
  final Deque<Caller> first = new ArrayDeque<>();
  private final SplittableRandom random;
  private final Map<Integer, Integer> queueOf = new HashMap<>();
  private int came;
  private int freed = -1;

  /** Draws it. */
  Floor(long seed, int agents, int queues, int callers) {
    this.queues = queues;
    random = new SplittableRandom(seed);
    queuesOf = new int[agents][];
    int[] counts = new int[queues];
    for (int agent = 0; agent < agents; agent++) {
      queuesOf[agent] =
          random.ints(0, queues).distinct().limit(random.nextInt(1, MOST_SKILLS + 1)).toArray();
      for (int queue : queuesOf[agent]) {
        counts[queue]++;
      }
    }
    agentsOf = new int[queues][];
    for (int queue = 0; queue < queues; queue++) {
      agentsOf[queue] = new int[counts[queue]];
    }
    for (int agent = agents - 1; agent >= 0; agent--) {
      for (int queue : queuesOf[agent]) {
        agentsOf[queue][--counts[queue]] = agent;
      }
    }
    for (int i = 0; i < callers; i++) {
      first.add(next(random.nextInt(queues)));
    }
  }

  /** Somebody goes, and another comes to the same queue, so that no line runs dry. */
  Caller nextAfter(int gone) {
    return next(Objects.requireNonNull(queueOf.remove(gone)));
  }

  /** One in ten is urgent, one in a hundred very. */
  private Caller next(int queue) {
    int drawn = random.nextInt(100);
    int priority = drawn == 0 ? 2 : drawn <= 10 ? 1 : 0;
    queueOf.put(came, queue);
    return new Caller(came++, queue, priority);
  }

  /** Whose turn it is to become free: one after the other. */
  int nextAgent() {
    freed = (freed + 1) % queuesOf.length;
    return freed;
  }

  /** Whether an agent serves a queue. */
  boolean serves(int agent, int queue) {
    for (int one : queuesOf[agent]) {
      if (one == queue) {
        return true;
      }
    }
    return false;
  }
}
