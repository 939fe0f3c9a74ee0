// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.Queue;

/** One caller in a line, or a kept place, as an observer notes them. Epoch microseconds. */
final class Waiter {
  static final long NOT_NOW = Long.MAX_VALUE;

  final EntryId id;
  final Queue queue;
  final @Nullable LegId leg;
  final NodeId node;
  final int priority;
  final @Nullable AgentId wanted;

  /** Since when they count as waiting, what they had waited elsewhere included. */
  final long since;

  /** When they came to this line. */
  final long taken;

  /** Since when they have waited with nobody on the way to them. */
  long aloneSince;

  int rung;

  Waiter(
      EntryId id,
      Queue queue,
      @Nullable LegId leg,
      NodeId node,
      int priority,
      @Nullable AgentId wanted,
      long since,
      long taken) {
    this.id = id;
    this.queue = queue;
    this.leg = leg;
    this.node = node;
    this.priority = priority;
    this.wanted = wanted;
    this.since = since;
    this.taken = taken;
    aloneSince = taken;
  }

  long waitedMillis(long at) {
    return Math.max(0, at - since) / 1_000;
  }

  /** Whether they have waited as long as anybody may be passed over. */
  boolean isDue(long at) {
    long bound = queue.routing().starvationMillis();
    return bound > 0 && waitedMillis(at) >= bound;
  }

  @Override
  public String toString() {
    return id + " of " + queue.id() + " (priority " + priority + ", since " + since + ')';
  }
}
