// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;

/**
 * One leg of a call over time, to be drawn beside the others. Instants are epoch microseconds; 0 is
 * not yet, or never.
 *
 * @param party whose it is: a telephone or a trunk; null where neither is known
 * @param stays where it heard others, in their order
 */
public record LegLane(
    LegId leg,
    LegRole role,
    @Nullable String party,
    long beganMicros,
    long answeredMicros,
    long endedMicros,
    List<Stay> stays) {

  /**
   * A stay in a bridge.
   *
   * @param toMicros 0 while it lasts
   */
  public record Stay(BridgeId bridge, long fromMicros, long toMicros) {}

  /** Takes a copy of the list. */
  public LegLane {
    stays = List.copyOf(stays);
  }

  /** The legs of a call from its ladder, in the order in which they began. */
  public static List<LegLane> of(List<LadderStep> steps) {
    Map<LegId, LegLane> lanes = new LinkedHashMap<>();
    for (LadderStep step : steps) {
      if (step.what() instanceof CallFact fact) {
        apply(lanes, fact, step.atMicros());
      }
    }
    return List.copyOf(lanes.values());
  }

  private static void apply(Map<LegId, LegLane> lanes, CallFact fact, long at) {
    switch (fact) {
      case CallFact.LegArrived f ->
          lanes.put(f.leg(), begin(f.leg(), f.role(), party(f.telephone(), f.trunk()), at));
      case CallFact.LegRequested f ->
          lanes.put(f.leg(), begin(f.leg(), f.role(), party(f.telephone(), f.trunk()), at));
      case CallFact.LegAnswered f -> change(lanes, f.leg(), lane -> lane.answered(at));
      case CallFact.LegJoined f -> change(lanes, f.leg(), lane -> lane.joined(f.bridge(), at));
      case CallFact.LegLeft f -> change(lanes, f.leg(), lane -> lane.left(at));
      case CallFact.LegEnded f -> change(lanes, f.leg(), lane -> lane.left(at).ended(at));
      default -> {}
    }
  }

  private static void change(Map<LegId, LegLane> lanes, LegId leg, UnaryOperator<LegLane> change) {
    lanes.computeIfPresent(leg, (id, lane) -> change.apply(lane));
  }

  private static @Nullable String party(@Nullable Record telephone, @Nullable Record trunk) {
    Record party = telephone == null ? trunk : telephone;
    return party == null ? null : party.toString();
  }

  private static LegLane begin(LegId leg, LegRole role, @Nullable String party, long at) {
    return new LegLane(leg, role, party, at, 0, 0, List.of());
  }

  private LegLane answered(long at) {
    return answeredMicros > 0
        ? this
        : new LegLane(leg, role, party, beganMicros, at, endedMicros, stays);
  }

  private LegLane ended(long at) {
    return new LegLane(leg, role, party, beganMicros, answeredMicros, at, stays);
  }

  private LegLane joined(BridgeId bridge, long at) {
    List<Stay> more = new ArrayList<>(left(at).stays);
    more.add(new Stay(bridge, at, 0));
    return new LegLane(leg, role, party, beganMicros, answeredMicros, endedMicros, more);
  }

  private LegLane left(long at) {
    if (stays.isEmpty() || stays.getLast().toMicros() > 0) {
      return this;
    }
    List<Stay> closed = new ArrayList<>(stays);
    Stay last = closed.removeLast();
    closed.add(new Stay(last.bridge(), last.fromMicros(), at));
    return new LegLane(leg, role, party, beganMicros, answeredMicros, endedMicros, closed);
  }
}
