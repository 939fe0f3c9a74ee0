// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
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
}
