// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.kernel.IdShape;
import org.ringmaster.core.kernel.Personal;

/** A channel of {@link ManualAsterisk}. */
final class Channel {
  final LegId id;
  final String endpoint;
  final String entry;
  final String dialled;
  final @Nullable Personal callerNumber;
  LegState state;
  boolean ours;
  @Nullable BridgeId bridge;

  Channel(LegId id, String endpoint, String entry, String dialled, @Nullable Personal number) {
    this.id = id;
    this.endpoint = endpoint;
    this.entry = entry;
    this.dialled = dialled;
    this.callerNumber = number;
    this.state = entry.isEmpty() ? LegState.REQUESTED : LegState.ARRIVED;
    this.ours = !entry.isEmpty();
  }

  /** How a list shows it. */
  SeenLeg seen() {
    boolean arrived = !IdShape.isOurs(id.value());
    LegState shown = state == LegState.UP || arrived ? state : LegState.RINGING;
    return new SeenLeg(id, shown, ours, ours ? entry : "", dialled, endpoint, callerNumber, null);
  }

  /** The newest of an endpoint, in a state (null: in any), or null. */
  static @Nullable Channel newest(
      Collection<Channel> all, String endpoint, @Nullable LegState state) {
    Channel newest = null;
    for (Channel channel : all) {
      if (channel.endpoint.equals(endpoint) && (state == null || channel.state == state)) {
        newest = channel;
      }
    }
    return newest;
  }

  /** How many of an endpoint are in a state. */
  static long count(Collection<Channel> all, String endpoint, LegState state) {
    return all.stream()
        .filter(channel -> channel.endpoint.equals(endpoint) && channel.state == state)
        .count();
  }
}
