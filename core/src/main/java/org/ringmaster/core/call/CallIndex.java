// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds legs, bridges and playings by what they belong to, so that no fact needs a walk through all
 * calls. Made from the books, never saved.
 */
final class CallIndex {

  /**
   * How many wait in one room. Each who comes or goes makes Asterisk list all who are in it, and
   * its music is handed to all of them at one moment: see the reference of Asterisk's facts.
   */
  private static final int ROOM_LEGS = 25;

  private record RoomKey(NodeId node, BridgeKind kind, @Nullable String musicClass) {}

  private final SetsBy<CallId, LegId> legsByCall = new SetsBy<>();
  private final SetsBy<TelephoneId, LegId> legsByTelephone = new SetsBy<>();

  /** Legs that are in a bridge or shall be. */
  private final SetsBy<BridgeId, LegId> legsByBridge = new SetsBy<>();

  /** How many legs are in a bridge. */
  private final Map<BridgeId, Integer> inside = new LinkedHashMap<>();

  private final SetsBy<LegId, PlaybackId> playingsByLeg = new SetsBy<>();
  private final Map<CallId, BridgeId> talks = new LinkedHashMap<>();

  /** What each room is for, and those in which one more may wait. */
  private final Map<BridgeId, RoomKey> rooms = new LinkedHashMap<>();

  private final SetsBy<RoomKey, BridgeId> roomy = new SetsBy<>();

  /** Those in which nobody is, and into which nobody is on the way. */
  private final SetsBy<RoomKey, BridgeId> vacant = new SetsBy<>();

  /** A leg was written in the books (before is null) or struck out (after is null) or changed. */
  void changed(@Nullable Leg before, @Nullable Leg after) {
    LegId leg = (before == null ? Objects.requireNonNull(after) : before).id();
    legsByCall.move(callOf(before), callOf(after), leg);
    legsByTelephone.move(telephoneOf(before), telephoneOf(after), leg);
    count(before == null ? null : before.bridge(), after == null ? null : after.bridge());
    if (before != null) {
      leaves(before.bridge(), leg, after);
      leaves(before.wantedBridge(), leg, after);
    }
    if (after != null) {
      enters(after.bridge(), leg, before);
      enters(after.wantedBridge(), leg, before);
    }
  }

  private void count(@Nullable BridgeId from, @Nullable BridgeId to) {
    if (!Objects.equals(from, to)) {
      if (from != null) {
        inside.computeIfPresent(from, (bridge, legs) -> legs == 1 ? null : legs - 1);
      }
      if (to != null) {
        inside.merge(to, 1, Integer::sum);
      }
    }
  }

  /** How many legs are in a bridge, as its node has told. */
  int countIn(BridgeId bridge) {
    return inside.getOrDefault(bridge, 0);
  }

  private void leaves(@Nullable BridgeId bridge, LegId leg, @Nullable Leg after) {
    if (!isOf(after, bridge)) {
      legsByBridge.remove(bridge, leg);
      fills(bridge);
    }
  }

  private void enters(@Nullable BridgeId bridge, LegId leg, @Nullable Leg before) {
    if (!isOf(before, bridge)) {
      legsByBridge.add(bridge, leg);
      fills(bridge);
    }
  }

  /** Somebody has come into a bridge or left it. */
  private void fills(@Nullable BridgeId bridge) {
    RoomKey room = bridge == null ? null : rooms.get(bridge);
    if (bridge == null || room == null) {
      return;
    }
    if (legsByBridge.count(bridge) < ROOM_LEGS) {
      roomy.add(room, bridge);
    } else {
      roomy.remove(room, bridge);
    }
    if (legsByBridge.has(bridge)) {
      vacant.remove(room, bridge);
    } else {
      vacant.add(room, bridge);
    }
  }

  /** Whether a leg is in a bridge or shall be. */
  private static boolean isOf(@Nullable Leg leg, @Nullable BridgeId bridge) {
    return leg != null
        && bridge != null
        && (bridge.equals(leg.bridge()) || bridge.equals(leg.wantedBridge()));
  }

  private static @Nullable CallId callOf(@Nullable Leg leg) {
    return leg == null ? null : leg.call();
  }

  private static @Nullable TelephoneId telephoneOf(@Nullable Leg leg) {
    return leg == null ? null : leg.telephone();
  }

  void opened(Bridge bridge) {
    if (bridge.kind() == BridgeKind.ASIDE) {
      return; // Whoever opened it knows it.
    }
    if (bridge.kind() != BridgeKind.TALK) {
      rooms.put(bridge.id(), key(bridge));
      fills(bridge.id());
    } else if (bridge.call() != null) {
      talks.put(bridge.call(), bridge.id());
    }
  }

  void closed(Bridge bridge) {
    if (bridge.kind() == BridgeKind.ASIDE) {
      return;
    }
    if (bridge.kind() != BridgeKind.TALK) {
      rooms.remove(bridge.id());
      roomy.remove(key(bridge), bridge.id());
      vacant.remove(key(bridge), bridge.id());
    } else if (bridge.call() != null) {
      talks.remove(bridge.call(), bridge.id());
    }
  }

  private static RoomKey key(Bridge bridge) {
    return new RoomKey(bridge.node(), bridge.kind(), bridge.musicClass());
  }

  void plays(Playing playing) {
    playingsByLeg.add(playing.leg(), playing.id());
  }

  void playedOut(Playing playing) {
    playingsByLeg.remove(playing.leg(), playing.id());
  }

  List<LegId> legsOf(CallId call) {
    return legsByCall.of(call);
  }

  List<LegId> legsIn(BridgeId bridge) {
    return legsByBridge.of(bridge);
  }

  boolean isBusy(TelephoneId telephone) {
    return legsByTelephone.has(telephone);
  }

  boolean isPlayedTo(LegId leg) {
    return playingsByLeg.has(leg);
  }

  List<PlaybackId> playingsTo(LegId leg) {
    return playingsByLeg.of(leg);
  }

  @Nullable BridgeId talk(CallId call) {
    return talks.get(call);
  }

  /** A room of a kind on a node in which one more may wait, or null. */
  @Nullable BridgeId room(NodeId node, BridgeKind kind, @Nullable String musicClass) {
    return roomy.first(new RoomKey(Objects.requireNonNull(node), kind, musicClass));
  }

  /** Whether a room is empty while another one for the same is empty too. */
  boolean isSpare(BridgeId bridge) {
    RoomKey room = rooms.get(bridge);
    return room != null && vacant.count(room) > 1 && !legsByBridge.has(bridge);
  }
}
