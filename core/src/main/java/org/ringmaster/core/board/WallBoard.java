// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.wall.Mute;
import org.ringmaster.core.wall.QueueThresholds;
import org.ringmaster.core.wall.WallBooks;
import org.ringmaster.core.wall.WallFact;
import org.ringmaster.core.wall.WallLink;
import org.ringmaster.core.wall.WallLinkId;

/**
 * What is set on the wallboards: thresholds, mutes, links. Keeps nothing in a snapshot: all it
 * knows comes back from what the deciders keep there.
 */
public final class WallBoard implements Board {

  /** What is published: immutable. */
  private record Sight(
      Map<String, QueueThresholds> thresholds, Map<String, Mute> mutes, List<WallLink> links) {}

  private final WallBooks books = new WallBooks();
  private volatile Sight sight = new Sight(Map.of(), Map.of(), List.of());
  private boolean touched;
  private boolean changed;

  /** What was set for a queue, or null. Any thread. */
  public @Nullable QueueThresholds thresholds(QueueId queue) {
    return sight.thresholds().get(queue.value());
  }

  /** The mute of a queue, perhaps over; or null. Any thread. */
  public @Nullable Mute mute(QueueId queue) {
    return sight.mutes().get(queue.value());
  }

  /** All links that are kept, oldest first. Any thread. */
  public List<WallLink> links() {
    return sight.links();
  }

  /** One link, or null where there is none of that name. Any thread. */
  public @Nullable WallLink link(WallLinkId id) {
    return sight.links().stream().filter(link -> link.id().equals(id)).findFirst().orElse(null);
  }

  /** Whether the last {@link #publish} changed anything. Board thread. */
  boolean changed() {
    return changed;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    if (fact instanceof WallFact || fact instanceof QueueFact.QueueRemoved) {
      books.apply(fact, envelope);
      touched = true;
    }
  }

  @Override
  public void publish() {
    changed = touched;
    if (touched) {
      touched = false;
      Map<String, QueueThresholds> thresholds = new TreeMap<>();
      Map<String, Mute> mutes = new TreeMap<>();
      books.snapshot(
          record -> {
            switch (record) {
              case QueueThresholds it -> thresholds.put(it.queue().value(), it);
              case Mute it -> mutes.put(it.queue().value(), it);
              default -> {}
            }
          });
      sight = new Sight(Map.copyOf(thresholds), Map.copyOf(mutes), List.copyOf(books.links()));
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {
    books.restore(entity);
    touched = true;
  }
}
