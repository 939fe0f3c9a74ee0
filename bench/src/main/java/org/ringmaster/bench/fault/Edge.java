// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.SeenBridge;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;

/**
 * An Asterisk that outlives the platform: what was asked for stays, what happens meanwhile nobody
 * is told, and the next connection gets a list. Owned by the thread that drives the lives.
 */
final class Edge {
  private static final long MICROS = 1_000_000;
  private static final long FIRST_START_MICROS = 1_790_000_000 * MICROS;

  private final Map<LegId, EdgeLeg> legs = new LinkedHashMap<>();
  private final Map<BridgeId, Set<LegId>> bridges = new LinkedHashMap<>();
  private final Map<LegId, Integer> asked = new HashMap<>();
  private final Tally tally;
  private Consumer<CallInput> tell = Edge::nobodyHears;
  private long startedAtMicros = FIRST_START_MICROS;
  private int arrivals;

  Edge(Tally tally) {
    this.tally = tally;
  }

  /** A platform has connected: it is told who answers, and what lives here. */
  void connected(Consumer<CallInput> platform) {
    tell = platform;
    tell.accept(new CallInput.NodeConnected(Plan.EDGE, "22.10.1", startedAtMicros));
    tell.accept(listed());
  }

  /** The platform is gone. */
  void disconnected() {
    tell = Edge::nobodyHears;
  }

  /**
   * Asterisk is another one: everything on it is gone.
   *
   * @param callers how many have rung in on it already
   */
  void restarted(long atMicros, int callers) {
    arrivals = callers;
    legs.clear();
    bridges.clear();
    startedAtMicros = atMicros;
  }

  private static void nobodyHears(CallInput input) {
    // What happens while the platform is away is told by the next list.
  }

  CallInput.NodeListed listed() {
    List<SeenBridge> seen = new ArrayList<>();
    bridges.forEach((bridge, inside) -> seen.add(new SeenBridge(bridge, List.copyOf(inside))));
    return new CallInput.NodeListed(
        Plan.EDGE, legs.values().stream().map(EdgeLeg::seen).toList(), seen);
  }

  // What people do.

  /** Somebody rings in. */
  void ringsIn() {
    LegId leg = new LegId("edge-" + startedAtMicros / MICROS + "." + ++arrivals);
    legs.put(leg, new EdgeLeg(leg, "carrier"));
    tell.accept(
        new CallInput.LegArrived(
            Plan.EDGE, leg, "inbound", Plan.NUMBER, "carrier", null, null, false));
  }

  List<EdgeLeg> legs() {
    return List.copyOf(legs.values());
  }

  /** The telephone is answered. */
  void picksUp(EdgeLeg leg) {
    up(leg);
    leg.ours = true;
    tell.accept(new CallInput.LegEntered(Plan.EDGE, leg.id));
  }

  void hangsUp(EdgeLeg leg, HangupCause cause) {
    if (legs.remove(leg.id) != null) {
      leave(leg);
      tell.accept(new CallInput.LegGone(Plan.EDGE, leg.id, cause));
    }
  }

  // What the platform wants.

  /** Carries a command out, and tells what comes of it. */
  void obey(CallCommand command) {
    int status =
        switch (command) {
          case CallCommand.OriginateLeg c -> originate(c);
          case CallCommand.AnswerLeg c -> of(c.leg(), this::up);
          case CallCommand.HangUpLeg c -> of(c.leg(), leg -> hangsUp(leg, c.cause()));
          case CallCommand.ReleaseLeg c -> of(c.leg(), leg -> hangsUp(leg, HangupCause.NORMAL));
          case CallCommand.OpenBridge c -> {
            bridges.putIfAbsent(c.bridge(), new LinkedHashSet<>());
            yield 200;
          }
          case CallCommand.JoinBridge c -> join(c);
          case CallCommand.LeaveBridge c -> of(c.leg(), this::leave);
          case CallCommand.CloseBridge c -> close(c.bridge());
          case CallCommand.Play c ->
              of(
                  c.leg(),
                  leg -> tell.accept(new CallInput.PlaybackEnded(Plan.EDGE, c.playback(), false)));
          case CallCommand.ListNode c -> {
            tell.accept(listed());
            yield 200;
          }
          default -> 200;
        };
    if (status >= 400) {
      tell.accept(
          new CallInput.CommandFailed(
              Plan.EDGE,
              command.getClass().getSimpleName(),
              legOf(command),
              bridgeOf(command),
              status,
              "no such thing"));
    }
  }

  private int originate(CallCommand.OriginateLeg command) {
    if (asked.merge(command.leg(), 1, Integer::sum) > 1) {
      tally.askedTwice("leg " + command.leg());
    }
    EdgeLeg leg = new EdgeLeg(command.leg(), command.endpoint().name());
    legs.put(leg.id, leg);
    CrashPoints.reach(CrashPoint.ORIGINATE_ANSWERED);
    tell.accept(new CallInput.LegMade(Plan.EDGE, leg.id));
    tell.accept(new CallInput.LegRang(Plan.EDGE, leg.id));
    if (command.autoAnswer()) {
      picksUp(leg);
    }
    return 200;
  }

  private int of(LegId id, Consumer<EdgeLeg> what) {
    EdgeLeg leg = legs.get(id);
    if (leg == null) {
      return 404;
    }
    what.accept(leg);
    return 204;
  }

  private void up(EdgeLeg leg) {
    if (leg.state != LegState.UP) {
      leg.state = LegState.UP;
      tell.accept(new CallInput.LegUp(Plan.EDGE, leg.id));
    }
  }

  private int join(CallCommand.JoinBridge command) {
    Set<LegId> inside = bridges.get(command.bridge());
    if (inside == null) {
      return 404;
    }
    for (LegId id : command.legs()) {
      EdgeLeg leg = legs.get(id);
      if (leg == null || !leg.ours) {
        return leg == null ? 400 : 409;
      }
    }
    for (LegId id : command.legs()) {
      of(id, leg -> move(leg, command.bridge(), inside));
    }
    return 204;
  }

  private void move(EdgeLeg leg, BridgeId bridge, Set<LegId> inside) {
    leave(leg);
    leg.bridge = bridge;
    inside.add(leg.id);
    tell.accept(new CallInput.LegJoined(Plan.EDGE, leg.id, bridge));
  }

  private void leave(EdgeLeg leg) {
    BridgeId bridge = leg.bridge;
    Set<LegId> inside = bridge == null ? null : bridges.get(bridge);
    if (bridge != null && inside != null) {
      inside.remove(leg.id);
      leg.bridge = null;
      tell.accept(new CallInput.LegLeft(Plan.EDGE, leg.id, bridge));
    }
  }

  private int close(BridgeId bridge) {
    Set<LegId> inside = bridges.get(bridge);
    if (inside == null) {
      return 404;
    }
    List.copyOf(inside).forEach(id -> of(id, this::leave));
    bridges.remove(bridge);
    tell.accept(new CallInput.BridgeGone(Plan.EDGE, bridge));
    return 204;
  }

  private static @Nullable LegId legOf(CallCommand command) {
    return switch (command) {
      case CallCommand.AnswerLeg c -> c.leg();
      case CallCommand.HangUpLeg c -> c.leg();
      case CallCommand.ReleaseLeg c -> c.leg();
      case CallCommand.JoinBridge c -> c.legs().getFirst();
      case CallCommand.LeaveBridge c -> c.leg();
      case CallCommand.Play c -> c.leg();
      default -> null;
    };
  }

  private static @Nullable BridgeId bridgeOf(CallCommand command) {
    return switch (command) {
      case CallCommand.JoinBridge c -> c.bridge();
      case CallCommand.LeaveBridge c -> c.bridge();
      case CallCommand.CloseBridge c -> c.bridge();
      default -> null;
    };
  }
}
