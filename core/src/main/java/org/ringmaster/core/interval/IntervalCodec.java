// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import org.ringmaster.core.codec.CodecRegistry;

/** The stable short names of this package's records in snapshots. Names never change. */
public final class IntervalCodec {

  private IntervalCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("state.interval.newest", Intervals.Newest.class)
        .add("state.interval.queue", Intervals.QueueLine.class)
        .add("state.interval.agent", Intervals.AgentLine.class)
        .add("state.interval.target", CallerTimes.Target.class)
        .add("state.interval.caller", CallerTimes.Caller.class)
        .add("state.interval.holding", CallerTimes.Holding.class)
        .add("state.interval.dialled", CallerTimes.Dialled.class)
        .add("state.interval.worker", WorkTimes.Worker.class)
        .build();
  }
}
