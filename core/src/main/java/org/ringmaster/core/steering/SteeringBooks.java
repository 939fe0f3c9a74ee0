// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.steering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/** Who serves where for a while, and what was changed last at what: the fold behind steering. */
public final class SteeringBooks implements Fold {

  private record Place(AgentId agent, QueueId queue) {}

  private final Map<Place, Seat> seats = new LinkedHashMap<>();
  private final Map<Subject, Steered> steered = new LinkedHashMap<>();

  /** What was changed last at something; null for nothing. */
  public @Nullable Steered last(Subject subject) {
    return steered.get(subject);
  }

  /** What was changed last at each thing. */
  public Collection<Steered> all() {
    return steered.values();
  }

  /** All seats that are set for a while. */
  public Collection<Seat> seats() {
    return seats.values();
  }

  /** How an agent serves a queue for a while; null where the file says. */
  public @Nullable Seat seat(AgentId agent, QueueId queue) {
    return seats.get(new Place(agent, queue));
  }

  /** The seats of a queue; a copy. */
  List<Seat> seatsOf(QueueId queue) {
    List<Seat> found = new ArrayList<>();
    for (Seat seat : seats.values()) {
      if (seat.queue().equals(queue)) {
        found.add(seat);
      }
    }
    return found;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case SteeringFact ours -> applyOurs(ours, envelope);
      case AgentFact.Removed f -> {
        seats.values().removeIf(seat -> seat.agent().equals(f.agent()));
        steered.remove(Subject.of(f.agent()));
      }
      case QueueFact.QueueRemoved f -> {
        seats.values().removeIf(seat -> seat.queue().equals(f.queue()));
        steered.remove(Subject.of(f.queue()));
      }
      case CallFact.CallEnded f -> steered.remove(Subject.of(f.call()));
      default -> {}
    }
  }

  private void applyOurs(SteeringFact fact, Envelope envelope) {
    switch (fact) {
      case SteeringFact.AgentMoved f ->
          seats.put(new Place(f.seat().agent(), f.seat().queue()), f.seat());
      case SteeringFact.AgentRestored f -> seats.remove(new Place(f.agent(), f.queue()));
      default -> {}
    }
    if (fact.author() != null) {
      Subject subject = SteeringWords.subjectOf(fact);
      steered.put(
          subject,
          new Steered(
              subject,
              envelope.sequence(),
              fact.author(),
              SteeringWords.of(fact),
              envelope.recordedAtMicros()));
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    seats.values().forEach(out);
    steered.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Seat it -> seats.put(new Place(it.agent(), it.queue()), it);
      case Steered it -> steered.put(it.subject(), it);
      default -> {}
    }
  }
}
