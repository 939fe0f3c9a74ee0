// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;

/**
 * One waiting contact as it stands now.
 *
 * @param leg the caller's leg
 * @param joinedAtMicros when Asterisk says that it joined
 * @param offers the agents being rung for it; who talks with it comes first
 * @param takenInMicros when the kernel took it in: its longest wait counts from here, so that no
 *     other machine's clock has a say in it
 * @param priority higher ones go first in the same queue
 * @param creditMillis what it had waited before it came here, which counts for its place
 * @param wanted whom it is kept for at first; null for nobody
 * @param lastOffered who was rung for it last; null for nobody yet
 * @param tries how often somebody was rung for it
 * @param language in which it is spoken to; null for the queue's own
 * @param answeredMicros when an agent had answered, by the kernel's clock; 0 while it waits
 */
public record QueueEntry(
    EntryId id,
    QueueId queue,
    CallId call,
    LegId leg,
    NodeId node,
    EntryState state,
    long joinedAtMicros,
    List<OfferId> offers,
    long takenInMicros,
    int priority,
    long creditMillis,
    @Nullable AgentId wanted,
    @Nullable AgentId lastOffered,
    int tries,
    @Nullable Language language,
    long answeredMicros) {

  private static final long MICROS_PER_MILLI = 1_000;

  /** A snapshot of an earlier version knows only when it joined. */
  public QueueEntry {
    takenInMicros = takenInMicros == 0 ? joinedAtMicros : takenInMicros;
  }

  /** A place in the line whose owner is not on the line. */
  static QueueEntry kept(KeptPlace place) {
    return new QueueEntry(
        place.id(),
        place.queue(),
        new CallId(""),
        new LegId(""),
        place.node(),
        EntryState.WAITING,
        place.sinceMicros(),
        List.of(),
        place.sinceMicros(),
        place.priority(),
        0,
        place.wanted(),
        null,
        place.tries(),
        null,
        0);
  }

  /** Whether it is only a place that is kept: nobody is on the line. */
  boolean isKept() {
    return leg.value().isEmpty();
  }

  /** Since when it counts as waiting, for its place in the line; epoch microseconds. */
  public long sinceMicros() {
    return takenInMicros - creditMillis * MICROS_PER_MILLI;
  }

  /** How long it has waited, what it had waited before included. */
  public long waitedMillis(long nowMicros) {
    return StrictMath.max(0, nowMicros - sinceMicros()) / MICROS_PER_MILLI;
  }

  /** How long it waited until an agent answered, or until now. */
  public long earnedMillis(long nowMicros) {
    return waitedMillis(answeredMicros == 0 ? nowMicros : answeredMicros);
  }

  QueueEntry to(EntryState next) {
    return new QueueEntry(
        id,
        queue,
        call,
        leg,
        node,
        next,
        joinedAtMicros,
        offers,
        takenInMicros,
        priority,
        creditMillis,
        wanted,
        lastOffered,
        tries,
        language,
        answeredMicros);
  }

  QueueEntry with(OfferId offer, AgentId agent) {
    List<OfferId> more = new ArrayList<>(offers);
    more.add(offer);
    return new QueueEntry(
        id,
        queue,
        call,
        leg,
        node,
        state,
        joinedAtMicros,
        List.copyOf(more),
        takenInMicros,
        priority,
        creditMillis,
        wanted,
        agent,
        tries + 1,
        language,
        answeredMicros);
  }

  QueueEntry wonBy(OfferId offer) {
    List<OfferId> sorted = new ArrayList<>(offers);
    sorted.remove(offer);
    sorted.addFirst(offer);
    return with(sorted);
  }

  QueueEntry without(OfferId offer) {
    List<OfferId> fewer = new ArrayList<>(offers);
    fewer.remove(offer);
    return with(fewer);
  }

  QueueEntry prioritised(int now) {
    return new QueueEntry(
        id,
        queue,
        call,
        leg,
        node,
        state,
        joinedAtMicros,
        offers,
        takenInMicros,
        now,
        creditMillis,
        wanted,
        lastOffered,
        tries,
        language,
        answeredMicros);
  }

  /** It has an agent since then, or none again (0). */
  QueueEntry answeredAt(long atMicros) {
    return new QueueEntry(
        id,
        queue,
        call,
        leg,
        node,
        state,
        joinedAtMicros,
        offers,
        takenInMicros,
        priority,
        creditMillis,
        wanted,
        lastOffered,
        tries,
        language,
        atMicros);
  }

  private QueueEntry with(List<OfferId> now) {
    return new QueueEntry(
        id,
        queue,
        call,
        leg,
        node,
        state,
        joinedAtMicros,
        List.copyOf(now),
        takenInMicros,
        priority,
        creditMillis,
        wanted,
        lastOffered,
        tries,
        language,
        answeredMicros);
  }
}
