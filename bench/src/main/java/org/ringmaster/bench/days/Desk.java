// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TelephoneUse;

/**
 * One agent as an observer in the room sees them: what they have said of themselves, and what their
 * telephone truly does. Instants are epoch microseconds.
 */
final class Desk {
  static final long NEVER = Long.MAX_VALUE;

  /** By then the platform has been told what a telephone does, and a telephone what to do. */
  private static final long TOLD_MICROS = 200_000;

  /** What an agent is, as far as it matters for who could have taken a caller. */
  private enum Work {
    AWAY,
    COMING,
    FREE,
    BUSY,
    WRAPPING_UP,
    PAUSED
  }

  final AgentId id;
  final NodeId node;
  final List<SkillLevel> skills;
  private final boolean open;
  private final Map<LegId, Boolean> legs = new HashMap<>();
  private Work work = Work.AWAY;
  private long workSince;
  private long restUntil;
  private long wrapUpUntil;
  private long telephoneFreeSince;
  private long leftAt;
  private long telephoneBusySince = NEVER;
  private long servingSince = NEVER;
  private final Spans idle = new Spans();
  private final Spans serving = new Spans();

  /** An agent who has not come to work; their telephone has no leg. */
  Desk(AgentId id, NodeId node, TelephoneUse use, List<SkillLevel> skills) {
    this.id = id;
    this.node = node;
    this.skills = List.copyOf(skills);
    open = use == TelephoneUse.OPEN;
    telephoneFreeSince = open ? NEVER : 0;
  }

  // The telephone, as it truly is.

  void legMade(LegId leg, long now) {
    remembers(now);
    legs.put(leg, false);
    telephoneChanged(now);
  }

  /** A leg of the telephone is in a room of this kind now; null: in none. */
  void legMoved(LegId leg, @Nullable BridgeKind room, long now) {
    if (legs.containsKey(leg)) {
      remembers(now);
      legs.put(leg, room == BridgeKind.AGENT_ROOM);
      telephoneChanged(now);
    }
  }

  void legGone(LegId leg, long now) {
    remembers(now);
    if (legs.remove(leg) != null) {
      telephoneChanged(now);
    }
  }

  /** An open telephone is free while its one leg rests; any other while it has none. */
  private void telephoneChanged(long now) {
    boolean isFree = open ? legs.size() == 1 && legs.containsValue(true) : legs.isEmpty();
    if (isFree && telephoneFreeSince == NEVER) {
      telephoneFreeSince = now;
      telephoneBusySince = NEVER;
    } else if (!isFree && telephoneFreeSince != NEVER) {
      telephoneFreeSince = NEVER;
      telephoneBusySince = now;
    }
  }

  // What was said of the agent.

  void hears(AgentFact fact, long now) {
    switch (fact) {
      case AgentFact.SignedIn f -> becomes(Work.COMING, now);
      case AgentFact.Reconnecting f -> becomes(Work.COMING, now);
      case AgentFact.Ready f -> becomes(Work.FREE, now);
      case AgentFact.Freed f -> becomes(Work.FREE, now);
      case AgentFact.Unpaused f -> becomes(Work.FREE, now);
      case AgentFact.OfferEnded f -> becomes(Work.FREE, now);
      case AgentFact.OfferMade f -> becomes(Work.BUSY, now);
      case AgentFact.Paused f -> becomes(Work.PAUSED, now);
      case AgentFact.WrapUpStarted f -> {
        wrapUpUntil = f.untilMicros();
        becomes(Work.WRAPPING_UP, now);
      }
      case AgentFact.SignedOut f -> {
        leftAt = now;
        becomes(Work.AWAY, now);
      }
      default -> {}
    }
  }

  private void becomes(Work next, long now) {
    remembers(now);
    work = next;
    workSince = now;
    boolean isServing = isServing();
    if (servingSince != NEVER && !isServing) {
      serving.add(servingSince, now);
      servingSince = NEVER;
    } else if (servingSince == NEVER && isServing) {
      servingSince = now;
    }
  }

  void rests(long until, long now) {
    remembers(now);
    restUntil = until;
  }

  /** Whatever changes now: until now they were idle, if they were. */
  private void remembers(long now) {
    idle.add(idleSince(), now);
  }

  // What follows.

  /** Since when they could have taken a caller; {@link #NEVER} where they cannot. */
  long idleSince() {
    if (telephoneFreeSince == NEVER) {
      return NEVER;
    }
    long ready =
        switch (work) {
          case FREE -> workSince;
          case WRAPPING_UP -> wrapUpUntil; // It ends by itself.
          case AWAY, COMING, BUSY, PAUSED -> NEVER;
        };
    return Math.max(ready, Math.max(restUntil, telephoneFreeSince));
  }

  /** Whether they could have taken a caller at an instant of the last while. */
  boolean wasIdle(long at) {
    return idleSince() <= at || idle.has(at);
  }

  /**
   * Whether the platform can take them for free: by what was said of them they are, and their
   * telephone is, or became busy only just now, or is only just being freed with them.
   */
  boolean mayBeThoughtFree(long now) {
    long toldBefore = now - TOLD_MICROS;
    boolean isTelephone =
        telephoneFreeSince != NEVER
            || workSince >= toldBefore
            || (telephoneBusySince != NEVER && telephoneBusySince >= toldBefore);
    return work == Work.FREE && restUntil <= now && isTelephone;
  }

  /** Whether they work for their queues: wait for a caller, or are busy with one. */
  boolean isServing() {
    return work == Work.FREE || work == Work.BUSY || work == Work.WRAPPING_UP;
  }

  /** The same at an instant of the last while. */
  boolean wasServing(long at) {
    return servingSince <= at || serving.has(at);
  }

  /** When they became idle or began to work within two instants, or ceased to. */
  void turns(long from, long to, Collection<Long> found) {
    idle.turns(from, to, found);
    serving.turns(from, to, found);
    for (long since : new long[] {idleSince(), servingSince}) {
      if (since > from && since < to) {
        found.add(since);
      }
    }
  }

  /** Whether they were at work at an instant. */
  boolean isAtWork(long at) {
    return work != Work.AWAY || leftAt > at;
  }

  /** Since when they have had nothing in hand in truth while the books have them busy. */
  long forgottenSince() {
    boolean isBooked = work == Work.BUSY || work == Work.COMING || work == Work.WRAPPING_UP;
    long free = open && legs.isEmpty() ? NEVER : telephoneFreeSince;
    return isBooked && free != NEVER ? Math.max(free, workSince) : NEVER;
  }

  @Override
  public String toString() {
    return id + " (" + work + " since " + workSince + ", telephone " + telephoneFreeSince + ')';
  }
}
