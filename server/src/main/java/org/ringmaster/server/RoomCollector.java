// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;
import org.ringmaster.server.http.Health;

/** Ring, journal and store as metrics, and which parts are well; read when they are scraped. */
final class RoomCollector extends Collector {

  private static final double MICROS_PER_SECOND = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private final EngineRoom engineRoom;
  private final StoreRoom storeRoom;
  private final Health health;

  RoomCollector(EngineRoom engineRoom, StoreRoom storeRoom, Health health) {
    this.engineRoom = engineRoom;
    this.storeRoom = storeRoom;
    this.health = health;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    long journaled = engineRoom.journal().lastSequence();
    long stored = storeRoom.appliedSequence();
    GaugeMetricFamily well =
        new GaugeMetricFamily("ringmaster_part_well", "1 while the part is well.", List.of("part"));
    for (Health.Part part : health.parts()) {
      well.addMetric(List.of(part.name()), part.well() ? 1 : 0);
    }
    return List.of(
        new CounterMetricFamily("ringmaster_journal_facts", "Facts in the journal.", journaled),
        new GaugeMetricFamily(
            "ringmaster_store_behind_facts",
            "Facts that the journey store has not applied.",
            Math.max(0, journaled - stored)),
        new CounterMetricFamily(
            "ringmaster_ring_spilled_inputs",
            "Inputs that found the ring full and waited outside.",
            engineRoom.spilledInputs()),
        new GaugeMetricFamily(
            "ringmaster_recovery_seconds",
            "How long this start took to open the journal and bring the state back.",
            engineRoom.recoveryNanos() / NANOS_PER_SECOND),
        new GaugeMetricFamily(
            "ringmaster_snapshot_behind_facts",
            "Facts since the last snapshot.",
            Math.max(0, journaled - engineRoom.follower().lastSnapshot())),
        new CounterMetricFamily(
            "ringmaster_snapshot_failures",
            "Snapshots that could not be made, and failures to read the journal for them.",
            engineRoom.follower().failures()),
        new GaugeMetricFamily(
            "ringmaster_clock_ahead_seconds",
            "How far the platform's clock is ahead of a machine's that was set back.",
            engineRoom.clock().aheadMicros() / MICROS_PER_SECOND),
        well);
  }
}
