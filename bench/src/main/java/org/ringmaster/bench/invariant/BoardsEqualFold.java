// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.QueueSample;

/** What the boards show after many small changes is what all facts at once would make them show. */
final class BoardsEqualFold implements Invariant {
  @Override
  public String sentence() {
    return "Every board shows what a fold of all facts shows.";
  }

  /** Boards that know nothing; their days are those of UTC. */
  static Boards empty() {
    return new Boards(ZoneOffset.UTC, () -> 0);
  }

  @Override
  public @Nullable String brokenAt(Checkpoint whole) {
    Boards fold = empty();
    long[] last = {0};
    whole
        .facts()
        .forEach(
            fact -> {
              fold.apply(fact.fact(), fact.envelope());
              last[0] = fact.envelope().recordedAtMicros();
            });
    fold.publish();
    Boards shown = whole.boards();
    for (List<Collection<?>> pair :
        List.<List<Collection<?>>>of(
            List.of(shown.queues().rows(), fold.queues().rows()),
            List.of(shown.agents().rows(), fold.agents().rows()),
            List.of(shown.trunks().trunks(), fold.trunks().trunks()),
            List.of(shown.trunks().nodes(), fold.trunks().nodes()),
            List.of(shown.desks().rows(), fold.desks().rows()),
            List.of(samples(shown, last[0]), samples(fold, last[0])),
            List.of(shown.calls().rows(), fold.calls().rows()))) {
      String difference = difference(pair.get(0), pair.get(1));
      if (difference != null) {
        return difference;
      }
    }
    return shown.calls().live() == fold.calls().live()
        ? null
        : "live calls: " + shown.calls().live() + " instead of " + fold.calls().live();
  }

  private static List<QueueSample> samples(Boards boards, long nowMicros) {
    return boards.queues().rows().stream()
        .flatMap(row -> boards.history().samples(row.queue().id(), nowMicros).stream())
        .toList();
  }

  private static @Nullable String difference(Collection<?> shown, Collection<?> expected) {
    Iterator<?> rows = shown.iterator();
    for (Object row : expected) {
      Object found = rows.hasNext() ? rows.next() : null;
      if (!row.equals(found)) {
        return "shows " + found + " instead of " + row;
      }
    }
    return rows.hasNext() ? "shows " + rows.next() + ", which is not there" : null;
  }
}
