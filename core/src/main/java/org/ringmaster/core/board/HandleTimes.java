// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/**
 * How long each contact keeps an agent: talk, hold and wrap-up, as kpis.md's AHT counts them.
 * Handled is a contact whose work is done. Owned by the board thread.
 */
final class HandleTimes {

  /** An agent at work on a contact of a queue; a line in a snapshot. */
  record Handling(AgentId agent, QueueId queue, long sinceMicros) {}

  /** A contact whose work is done. */
  record Handled(QueueId queue, long micros) {}

  private final Map<AgentId, Handling> open = new LinkedHashMap<>();

  void apply(QueueFact fact, long atMicros) {
    switch (fact) {
      case QueueFact.EntryConnected f ->
          open.put(f.agent(), new Handling(f.agent(), f.queue(), atMicros));
      case QueueFact.EntryReturned f -> open.remove(f.agent());
      default -> {}
    }
  }

  /** What an agent has finished by this; null where nothing. */
  @Nullable Handled apply(AgentFact fact, long atMicros) {
    return switch (fact) {
      case AgentFact.Freed f -> done(f.agent(), atMicros);
      case AgentFact.Paused f -> done(f.agent(), atMicros);
      case AgentFact.SignedOut f -> done(f.agent(), atMicros);
      default -> null;
    };
  }

  private @Nullable Handled done(AgentId agent, long atMicros) {
    Handling handling = open.remove(agent);
    return handling == null
        ? null
        : new Handled(handling.queue(), Math.max(0, atMicros - handling.sinceMicros()));
  }

  void snapshot(Consumer<Record> out) {
    open.values().forEach(out);
  }

  void restore(Handling handling) {
    open.put(handling.agent(), handling);
  }
}
