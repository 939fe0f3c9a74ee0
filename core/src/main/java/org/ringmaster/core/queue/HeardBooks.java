// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What each of those who wait has been told. A part of {@link QueueBooks}. */
final class HeardBooks {

  private final Map<EntryId, Heard> heard = new LinkedHashMap<>();

  Heard of(EntryId entry) {
    Heard found = heard.get(entry);
    return found == null ? Heard.nothing(entry) : found;
  }

  void told(QueueFact.CallerTold fact, long atMicros) {
    heard.put(fact.entry(), of(fact.entry()).told(fact, atMicros));
  }

  void turn(EntryId entry, long atMicros) {
    heard.put(entry, of(entry).turn(atMicros));
  }

  /** Something that was said to them is over. */
  void ended(@Nullable QueueEntry entry, long atMicros) {
    if (entry != null && heard.containsKey(entry.id())) {
      heard.put(entry.id(), Objects.requireNonNull(heard.get(entry.id())).ended(atMicros));
    }
  }

  void judged(EntryId entry) {
    heard.computeIfPresent(entry, (id, it) -> it.judged());
  }

  void over(EntryId entry) {
    heard.remove(entry);
  }

  void snapshot(Consumer<Record> out) {
    heard.values().forEach(out);
  }

  void restore(Heard one) {
    heard.put(one.entry(), one);
  }
}
