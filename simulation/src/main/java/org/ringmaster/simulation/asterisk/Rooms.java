// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;

/** The bridges of one Asterisk. */
final class Rooms {

  private final SimulatedAsterisk asterisk;
  private final Map<BridgeId, Room> rooms = new LinkedHashMap<>();

  Rooms(SimulatedAsterisk asterisk) {
    this.asterisk = asterisk;
  }

  Collection<Room> all() {
    return Collections.unmodifiableCollection(rooms.values());
  }

  @Nullable Room get(BridgeId id) {
    return rooms.get(id);
  }

  void open(BridgeId id, BridgeKind kind) {
    rooms.computeIfAbsent(id, key -> new Room(key, kind));
  }

  /** Music in a room is a pair of channels, one half of which sits in it; the status. */
  int playMusic(BridgeId id) {
    Room room = rooms.get(id);
    if (room == null) {
      return 404;
    }
    if (room.announcer == null) {
      room.announcer = new LegId(asterisk.mint());
    }
    return 204;
  }

  /** Puts legs in, out of wherever they are; the status. */
  int join(BridgeId bridge, List<LegId> ids) {
    Room room = rooms.get(bridge);
    if (room == null) {
      return 404;
    }
    for (LegId id : ids) {
      SimulatedLeg leg = asterisk.leg(id);
      if (leg == null) {
        return 400;
      }
      if (!leg.ours) {
        return 409;
      }
    }
    for (LegId id : ids) {
      SimulatedLeg leg = asterisk.leg(id);
      if (leg != null && leg.room != room) {
        leave(leg);
        leg.room = room;
        room.legs.add(leg);
        asterisk.watchers().forEach(watcher -> watcher.joined(asterisk.id(), leg, bridge));
        asterisk.tell(leg, new CallInput.LegJoined(asterisk.id(), id, bridge));
        hear(room);
      }
    }
    return 204;
  }

  /** Takes a leg out of its room, if it is in one. */
  void leave(SimulatedLeg leg) {
    Room room = leg.room;
    if (room != null) {
      room.legs.remove(leg);
      if (room.legs.isEmpty()) {
        room.announcer = null; // The music goes when it would be alone.
      }
      leg.room = null;
      asterisk.watchers().forEach(watcher -> watcher.left(asterisk.id(), leg, room.id));
      asterisk.tell(leg, new CallInput.LegLeft(asterisk.id(), leg.id, room.id));
      hear(room);
      leg.party.hears(leg.id, 0);
    }
  }

  int close(BridgeId id) {
    Room room = rooms.remove(id);
    if (room == null) {
      return 404;
    }
    for (SimulatedLeg leg : List.copyOf(room.legs)) {
      leave(leg);
    }
    asterisk.sounds().endRecordings(room);
    asterisk.tell(new CallInput.BridgeGone(asterisk.id(), id), asterisk.agenda.micros());
    return 204;
  }

  void clear() {
    rooms.clear();
  }

  private static void hear(Room room) {
    if (room.kind != BridgeKind.TALK) {
      return;
    }
    int up = 0;
    for (SimulatedLeg leg : room.legs) {
      up += leg.state == LegState.UP ? 1 : 0;
    }
    for (SimulatedLeg leg : room.legs) {
      leg.party.hears(leg.id, leg.state == LegState.UP ? up - 1 : 0);
    }
  }
}
