// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.interval.Interval;
import org.ringmaster.core.interval.Kpis;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.RecordedFact;

/** Between sign-in and sign-out an agent is timed for every microsecond, once. */
final class ShiftsAreTiled implements Invariant {

  /** One agent's shifts, in epoch microseconds. */
  private static final class Shifts {
    long beganMicros;
    long lastMicros;
    long wholeMicros;
    boolean on;
    boolean talks;
    @Nullable LegId leg;

    /** An instant counts when the outside says, but not after it was recorded nor going back. */
    long at(Envelope envelope) {
      long told = Math.min(envelope.occurredAtMicros(), envelope.recordedAtMicros());
      lastMicros = on ? Math.max(lastMicros, told) : told;
      return lastMicros;
    }
  }

  private final Map<AgentId, Shifts> agents = new LinkedHashMap<>();
  private final Map<LegId, Shifts> onLegs = new HashMap<>();
  private final Set<AgentId> touched = new LinkedHashSet<>();

  @Override
  public String sentence() {
    return "The intervals of an agent are their shift, without a gap and without an overlap.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    Envelope envelope = fact.envelope();
    return switch (fact.fact()) {
      case AgentFact.SignedIn f -> {
        Shifts shifts = shifts(f.agent());
        touched.add(f.agent());
        String twice = shifts.on ? f.agent() + " signs in twice" : null;
        shifts.beganMicros = shifts.at(envelope);
        shifts.on = true;
        yield twice;
      }
      case AgentFact.SignedOut f -> {
        Shifts shifts = shifts(f.agent());
        touched.add(f.agent());
        String twice = shifts.on ? null : f.agent() + " signs out and was not signed in";
        shifts.wholeMicros += shifts.on ? shifts.at(envelope) - shifts.beganMicros : 0;
        shifts.on = false;
        shifts.talks = false;
        yield twice;
      }
      case AgentFact.OfferMade f -> {
        Shifts shifts = agents.get(f.agent());
        if (shifts != null) {
          shifts.leg = f.leg();
          onLegs.put(f.leg(), shifts);
        }
        yield passes(f.agent(), false, envelope);
      }
      case AgentFact.TalkBegan f -> passes(f.agent(), true, envelope);
      case CallFact.LegHeld f -> {
        Shifts shifts = onLegs.get(f.leg());
        if (shifts != null && shifts.talks && f.leg().equals(shifts.leg)) {
          shifts.at(envelope);
        }
        yield null;
      }
      case CallFact.LegEnded f -> {
        onLegs.remove(f.leg());
        yield null;
      }
      case AgentFact.Ready f -> passes(f.agent(), false, envelope);
      case AgentFact.Paused f -> passes(f.agent(), false, envelope);
      case AgentFact.Unpaused f -> passes(f.agent(), false, envelope);
      case AgentFact.Reconnecting f -> passes(f.agent(), false, envelope);
      case AgentFact.OfferEnded f -> passes(f.agent(), false, envelope);
      case AgentFact.WrapUpStarted f -> passes(f.agent(), false, envelope);
      case AgentFact.Freed f -> passes(f.agent(), false, envelope);
      default -> null;
    };
  }

  private @Nullable String passes(AgentId agent, boolean talks, Envelope envelope) {
    Shifts shifts = agents.get(agent);
    if (shifts == null || !shifts.on) {
      return agent + " works and is not signed in";
    }
    touched.add(agent);
    shifts.talks = talks;
    shifts.at(envelope);
    return null;
  }

  @Override
  public @Nullable String brokenByStep(List<RecordedFact> step, Checkpoint now) {
    String broken = null;
    for (AgentId agent : touched) {
      broken = broken == null ? broken(agent, now) : broken;
    }
    touched.clear();
    return broken;
  }

  @Override
  public @Nullable String brokenAt(Checkpoint whole) {
    for (AgentId agent : agents.keySet()) {
      String broken = broken(agent, whole);
      if (broken != null) {
        return broken;
      }
    }
    return null;
  }

  private @Nullable String broken(AgentId agent, Checkpoint whole) {
    Shifts shifts = shifts(agent);
    long now = Math.max(whole.nowMicros(), shifts.lastMicros);
    long expected = shifts.wholeMicros + (shifts.on ? now - shifts.beganMicros : 0);
    long timed = 0;
    for (Interval interval : whole.intervals().intervals(now)) {
      long micros = Kpis.signedInMicros(whole.intervals().agent(agent, interval, now));
      if (micros > Interval.LENGTH_MICROS) {
        return agent + " is timed for " + micros + " us in " + interval;
      }
      timed += micros;
    }
    return timed == expected
        ? null
        : agent + " is timed for " + timed + " us of a shift of " + expected + " us";
  }

  private Shifts shifts(AgentId agent) {
    return agents.computeIfAbsent(agent, id -> new Shifts());
  }
}
