// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;

/**
 * One waiting contact as it stands now.
 *
 * @param leg the caller's leg
 * @param joinedAtMicros when Asterisk says that it joined
 * @param offers the agents being rung for it; who talks with it comes first
 * @param takenInMicros when the kernel took it in: its place in the line and its longest wait count
 *     from here, so that no other machine's clock has a say in them
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
    long takenInMicros) {

  /** A snapshot of an earlier version knows only when it joined. */
  public QueueEntry {
    takenInMicros = takenInMicros == 0 ? joinedAtMicros : takenInMicros;
  }

  QueueEntry to(EntryState next) {
    return new QueueEntry(id, queue, call, leg, node, next, joinedAtMicros, offers, takenInMicros);
  }

  QueueEntry with(OfferId offer) {
    List<OfferId> more = new ArrayList<>(offers);
    more.add(offer);
    return new QueueEntry(
        id, queue, call, leg, node, state, joinedAtMicros, List.copyOf(more), takenInMicros);
  }

  QueueEntry wonBy(OfferId offer) {
    List<OfferId> sorted = new ArrayList<>(offers);
    sorted.remove(offer);
    sorted.addFirst(offer);
    return new QueueEntry(
        id, queue, call, leg, node, state, joinedAtMicros, List.copyOf(sorted), takenInMicros);
  }

  QueueEntry without(OfferId offer) {
    List<OfferId> fewer = new ArrayList<>(offers);
    fewer.remove(offer);
    return new QueueEntry(
        id, queue, call, leg, node, state, joinedAtMicros, List.copyOf(fewer), takenInMicros);
  }
}
