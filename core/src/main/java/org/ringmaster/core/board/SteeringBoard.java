// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.agent.PauseReasons;
import org.ringmaster.core.agent.PauseReasonsConfigured;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.Door;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.steering.Seat;
import org.ringmaster.core.steering.Steered;
import org.ringmaster.core.steering.SteeringBooks;
import org.ringmaster.core.steering.SteeringFact;

/**
 * What supervisors have set and what they changed last. Keeps nothing in a snapshot: all it knows
 * comes back from what the deciders keep there.
 */
public final class SteeringBoard implements Board {

  /**
   * What is set now.
   *
   * @param changes what was changed last at each thing
   * @param seats agents who serve a queue, or do not, for a while
   * @param doors queues that are open or closed whatever their calendar says
   * @param pauseReasons for what an agent can be paused; empty where any word will do
   */
  public record Sight(
      List<Steered> changes, List<Seat> seats, List<Door> doors, List<PauseReason> pauseReasons) {

    /** Takes copies of the lists. */
    public Sight {
      changes = List.copyOf(changes);
      seats = List.copyOf(seats);
      doors = List.copyOf(doors);
      pauseReasons = List.copyOf(pauseReasons);
    }
  }

  private final SteeringBooks books = new SteeringBooks();
  private final Map<QueueId, Door> doors = new LinkedHashMap<>();
  private volatile Sight sight = new Sight(List.of(), List.of(), List.of(), List.of());
  private PauseReasons pauseReasons = PauseReasons.ANY;
  private boolean changed;

  /** What is set now. Any thread. */
  public Sight sight() {
    return sight;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    int before = books.all().size() + books.seats().size();
    books.apply(fact, envelope);
    switch (fact) {
      case QueueFact.DoorSet f -> doors.put(f.door().queue(), f.door());
      case QueueFact.DoorReset f -> doors.remove(f.queue());
      case QueueFact.QueueRemoved f -> doors.remove(f.queue());
      case PauseReasonsConfigured f -> pauseReasons = f.reasons();
      default -> {}
    }
    changed |=
        fact instanceof SteeringFact
            || fact instanceof PauseReasonsConfigured
            || fact instanceof QueueFact.DoorSet
            || fact instanceof QueueFact.DoorReset
            || before != books.all().size() + books.seats().size();
  }

  @Override
  public void publish() {
    if (changed) {
      changed = false;
      sight =
          new Sight(
              List.copyOf(books.all()),
              List.copyOf(books.seats()),
              List.copyOf(doors.values()),
              pauseReasons.codes().stream().map(PauseReasons.Code::reason).toList());
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {
    books.restore(entity);
    if (entity instanceof Door door) {
      doors.put(door.queue(), door);
    }
    if (entity instanceof PauseReasons reasons) {
      pauseReasons = reasons;
      changed = true;
    }
    changed |= entity instanceof Door || entity instanceof Seat || entity instanceof Steered;
  }
}
