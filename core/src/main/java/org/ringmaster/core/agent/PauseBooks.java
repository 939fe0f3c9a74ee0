// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How long agents have been in which pause, each day of their own: a part of {@link AgentBooks}. A
 * pause counts for the day on which it began.
 */
final class PauseBooks {

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long MICROS_PER_MILLI = 1_000;

  /**
   * The pause an agent is in.
   *
   * @param told whether it is recorded that it is too long
   */
  record Pausing(AgentId agent, PauseReason reason, long sinceMicros, boolean told) {}

  /**
   * What an agent has had of a pause on a day.
   *
   * @param day counted from 1970-01-01
   */
  record Had(AgentId agent, PauseReason reason, long day, long millis) {}

  private record Place(AgentId agent, PauseReason reason) {}

  private final Map<AgentId, Pausing> pausing = new LinkedHashMap<>();
  private final Map<Place, Had> had = new LinkedHashMap<>();

  @Nullable Pausing pausing(AgentId agent) {
    return pausing.get(agent);
  }

  /** How long an agent has had a pause on the day of an instant, milliseconds. */
  long hadMillis(AgentId agent, PauseReason reason, String zone, long atMicros) {
    Had before = had.get(new Place(agent, reason));
    return before == null || before.day() != day(zone, atMicros) ? 0 : before.millis();
  }

  /** An agent was so and is so now; null for gone. */
  void changed(
      @Nullable Agent was, @Nullable Agent now, AgentId agent, String zone, long atMicros) {
    PauseReason before = was != null && was.state() == AgentState.PAUSED ? was.reason() : null;
    PauseReason after = now != null && now.state() == AgentState.PAUSED ? now.reason() : null;
    if (Objects.equals(before, after)) {
      return;
    }
    Pausing over = pausing.remove(agent);
    if (over != null && now != null) {
      long day = day(zone, over.sinceMicros());
      long millis = (atMicros - over.sinceMicros()) / MICROS_PER_MILLI;
      had.merge(
          new Place(agent, over.reason()),
          new Had(agent, over.reason(), day, millis),
          (one, more) ->
              one.day() == day
                  ? new Had(agent, over.reason(), day, one.millis() + more.millis())
                  : more);
    }
    if (now == null) {
      had.keySet().removeIf(place -> place.agent().equals(agent));
    } else if (after != null) {
      pausing.put(agent, new Pausing(agent, after, atMicros, false));
    }
  }

  /** A pause is recorded as too long; how many have one at once is no matter of its length. */
  void overrun(AgentFact.PauseOverrun f) {
    boolean isLength = f.kind() == PauseLimit.Kind.LENGTH || f.kind() == PauseLimit.Kind.DAY;
    if (isLength) {
      pausing.computeIfPresent(
          f.agent(), (id, it) -> new Pausing(id, it.reason(), it.sinceMicros(), true));
    }
  }

  private static long day(String zone, long atMicros) {
    return Instant.ofEpochSecond(StrictMath.floorDiv(atMicros, MICROS_PER_SECOND))
        .atZone(ZoneId.of(zone))
        .toLocalDate()
        .toEpochDay();
  }

  void snapshot(Consumer<Record> out) {
    pausing.values().forEach(out);
    had.values().forEach(out);
  }

  void restore(Record entity) {
    switch (entity) {
      case Pausing it -> pausing.put(it.agent(), it);
      case Had it -> had.put(new Place(it.agent(), it.reason()), it);
      default -> {}
    }
  }
}
