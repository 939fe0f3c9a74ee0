// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Fact;

/**
 * Who is to be sent on as soon as there is room, and who is sent to an outside number that has not
 * answered yet: a part of {@link QueueBooks}.
 */
final class SentOnBooks {

  private static final long MICROS_PER_MILLI = 1_000;

  private final Map<EntryId, Deferral> deferrals = new LinkedHashMap<>();
  private final Map<LegId, SentOut> sentOut = new LinkedHashMap<>();

  /** An entry has waited too long and is not sent on before the given instant. */
  record Deferral(EntryId entry, long untilMicros) {}

  /** From where a caller was sent out, and what they come back with. */
  record SentOut(LegId leg, QueueId queue, Claim claim, long sinceMicros) {}

  /** When an entry of a queue with a longest wait is sent on, by the kernel's clock. */
  long dueMicros(QueueEntry entry, Queue queue) {
    long due = entry.takenInMicros() + queue.maxWaitMillis() * MICROS_PER_MILLI;
    Deferral deferral = deferrals.get(entry.id());
    return deferral == null ? due : StrictMath.max(due, deferral.untilMicros());
  }

  /** Whether an entry has waited as long as its queue allows, and is not put off. */
  boolean isOverdue(QueueEntry entry, @Nullable Queue queue, long nowMicros) {
    return queue != null && queue.maxWaitMillis() > 0 && dueMicros(entry, queue) <= nowMicros;
  }

  /** From where a caller was sent to an outside number; null where they have no place there. */
  @Nullable SentOut sentOut(LegId leg) {
    return sentOut.get(leg);
  }

  void apply(Fact fact) {
    switch (fact) {
      case QueueFact.OverflowDeferred f -> restore(new Deferral(f.entry(), f.untilMicros()));
      case QueueFact.CallerSentOut f ->
          restore(
              new SentOut(
                  f.leg(), f.queue(), new Claim(f.priority(), 0, f.language()), f.sinceMicros()));
      case QueueFact.EntryJoined f -> sentOut.remove(f.leg());
      case QueueFact.EntryConnected f -> deferrals.remove(f.entry());
      case QueueFact.EntryAbandoned f -> deferrals.remove(f.entry());
      case QueueFact.EntryOverflowed f -> deferrals.remove(f.entry());
      case CallFact.LegEnded f -> sentOut.remove(f.leg());
      default -> {}
    }
  }

  void snapshot(Consumer<Record> out) {
    deferrals.values().forEach(out);
    sentOut.values().forEach(out);
  }

  void restore(Record entity) {
    switch (entity) {
      case Deferral it -> deferrals.put(it.entry(), it);
      case SentOut it -> sentOut.put(it.leg(), it);
      default -> {}
    }
  }
}
