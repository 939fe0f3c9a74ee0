// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.OfferId;

/** What supervisors have set at queues beside the file: a part of {@link QueueBooks}. */
final class SetBooks {

  private final Map<QueueId, Door> doors = new LinkedHashMap<>();
  private final Map<QueueId, Queue> filed = new LinkedHashMap<>();
  private final Map<EntryId, Pulled> pulled = new LinkedHashMap<>();

  /** The agent is rung to whom a supervisor wants a caller to go. */
  record Pulled(EntryId entry, OfferId offer) {}

  @Nullable Door door(QueueId queue) {
    return doors.get(queue);
  }

  Collection<Door> doors() {
    return doors.values();
  }

  @Nullable Queue filed(QueueId queue) {
    return filed.get(queue);
  }

  boolean isPulled(EntryId entry) {
    return pulled.containsKey(entry);
  }

  void apply(QueueFact fact) {
    switch (fact) {
      case QueueFact.QueueConfigured f -> {
        if (f.filed() == null) {
          filed.remove(f.queue().id());
        } else {
          filed.put(f.queue().id(), f.filed());
        }
      }
      case QueueFact.QueueRemoved f -> {
        filed.remove(f.queue());
        doors.remove(f.queue());
      }
      case QueueFact.DoorSet f -> doors.put(f.door().queue(), f.door());
      case QueueFact.DoorReset f -> doors.remove(f.queue());
      case QueueFact.EntryOffered f -> {
        if (f.choice() != null && f.choice().why() == Choice.Why.PULLED) {
          pulled.put(f.entry(), new Pulled(f.entry(), f.offer()));
        }
      }
      case QueueFact.EntryUnoffered f -> rungNoMore(f.entry(), f.offer());
      case QueueFact.EntryReturned f -> rungNoMore(f.entry(), f.offer());
      case QueueFact.EntryCompleted f -> pulled.remove(f.entry());
      case QueueFact.EntryAbandoned f -> pulled.remove(f.entry());
      case QueueFact.EntryOverflowed f -> pulled.remove(f.entry());
      default -> {}
    }
  }

  private void rungNoMore(EntryId entry, OfferId offer) {
    Pulled wanted = pulled.get(entry);
    if (wanted != null && wanted.offer().equals(offer)) {
      pulled.remove(entry);
    }
  }

  void snapshot(Consumer<Record> out) {
    doors.values().forEach(out);
    filed.values().forEach(queue -> out.accept(new Filed(queue)));
    pulled.values().forEach(out);
  }

  void restore(Record entity) {
    switch (entity) {
      case Door it -> doors.put(it.queue(), it);
      case Filed it -> filed.put(it.queue().id(), it.queue());
      case Pulled it -> pulled.put(it.entry(), it);
      default -> {}
    }
  }
}
