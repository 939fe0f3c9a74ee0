// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueId;

/**
 * A caller who waits or talks; also their line in the saved state.
 *
 * @param order counted on as callers join: who came first has the smaller one
 * @param joinedMicros epoch microseconds
 * @param position the place they joined at, from 1
 * @param connectedMicros epoch microseconds, 0 while they wait
 * @param key what they pressed last to leave
 */
record WaitingCaller(
    EntryId entry,
    QueueId queue,
    CallId call,
    LegId leg,
    int priority,
    long order,
    long joinedMicros,
    int position,
    long connectedMicros,
    @Nullable String key) {

  boolean waits() {
    return connectedMicros == 0;
  }

  boolean isBefore(int otherPriority, long otherOrder) {
    return priority > otherPriority || priority == otherPriority && order < otherOrder;
  }

  WaitingCaller with(int newPriority) {
    return new WaitingCaller(
        entry, queue, call, leg, newPriority, order, joinedMicros, position, connectedMicros, key);
  }

  WaitingCaller connectedAt(long micros) {
    return new WaitingCaller(
        entry, queue, call, leg, priority, order, joinedMicros, position, micros, key);
  }

  WaitingCaller pressed(String pressed) {
    return new WaitingCaller(
        entry, queue, call, leg, priority, order, joinedMicros, position, connectedMicros, pressed);
  }
}
