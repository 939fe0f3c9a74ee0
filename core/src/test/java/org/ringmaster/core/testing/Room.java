// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.LegId;

/** A bridge; it has no music until that is played, and again when everybody has left. */
final class Room {
  private final BridgeKind kind;
  private final @Nullable String musicClass;
  private final Set<LegId> legs = new LinkedHashSet<>();
  private boolean plays;

  Room(BridgeKind kind, @Nullable String musicClass) {
    this.kind = kind;
    this.musicClass = musicClass;
  }

  BridgeKind kind() {
    return kind;
  }

  @Nullable String musicClass() {
    return musicClass;
  }

  boolean plays() {
    return plays;
  }

  void plays(boolean now) {
    plays = now;
  }

  Set<LegId> legs() {
    return legs;
  }
}
