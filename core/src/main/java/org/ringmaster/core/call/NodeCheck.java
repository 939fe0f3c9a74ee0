// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decision;

/**
 * Compares a node's books with ours after every connect and wherever a command's outcome is in
 * doubt, and turns each difference into ordinary facts and commands. The comparison runs on the
 * kernel thread, on a list that came in order with the events of the same socket, so that nothing
 * can slip between.
 */
final class NodeCheck {

  /** How long a command may be under way before the leg it asked for must be in a node's list. */
  private static final long ON_ITS_WAY_MICROS = 2_000_000;

  private final CallControl control;

  NodeCheck(CallControl control) {
    this.control = control;
  }

  void decide(CallInput input, Decision decision) {
    CallBooks books = control.books();
    switch (input) {
      case CallInput.NodeConnected in ->
          decision.record(
              new CallFact.NodeConnected(in.node(), in.version(), in.startedAtMicros()));
      case CallInput.NodeLost in -> {
        NodeState node = books.nodes.get(in.node());
        if (node != null && node.connected()) {
          decision.record(new CallFact.NodeLost(in.node()));
        }
      }
      case CallInput.NodeFenced in -> decision.record(new CallFact.NodeFenced(in.node()));
      case CallInput.ListingDue in -> {
        if (books.connected(in.node())) {
          decision.ask(new CallCommand.ListNode(in.node()));
        }
      }
      case CallInput.NodeListed in -> compare(in, decision);
      case CallInput.IntakeChanged in -> {
        if (books.intake() != in.intake()) {
          decision.record(new CallFact.IntakeChanged(in.intake()));
        }
      }
      case CallInput.TrunksRead in -> trunksRead(in, decision);
      case CallInput.TelephonesRead in -> telephonesRead(in, decision);
      default -> {}
    }
  }

  private void compare(CallInput.NodeListed in, Decision decision) {
    Map<LegId, SeenLeg> seen = new LinkedHashMap<>();
    in.legs().forEach(leg -> seen.put(leg.leg(), leg));
    Map<LegId, BridgeId> seenIn = new LinkedHashMap<>();
    Map<BridgeId, SeenBridge> seenBridges = new LinkedHashMap<>();
    for (SeenBridge bridge : in.bridges()) {
      seenBridges.put(bridge.bridge(), bridge);
      bridge.legs().forEach(leg -> seenIn.put(leg, bridge.bridge()));
    }
    closeBridges(in.node(), seenBridges, decision);
    int lost = endMissing(in.node(), seen, decision);
    int found = 0;
    int repaired = 0;
    for (SeenLeg leg : in.legs()) {
      if (control.books().leg(leg.leg()) == null) {
        found += adopt(in.node(), leg, decision) ? 1 : 0;
      } else {
        repaired += repair(leg, seenIn.get(leg.leg()), decision) ? 1 : 0;
      }
    }
    decision.record(new CallFact.NodeReconciled(in.node(), lost, found, repaired));
  }

  private void closeBridges(NodeId node, Map<BridgeId, SeenBridge> seen, Decision decision) {
    for (Bridge bridge : List.copyOf(control.books().bridges.values())) {
      if (bridge.node().equals(node) && !seen.containsKey(bridge.id())) {
        decision.record(new CallFact.BridgeClosed(bridge.id()));
      }
    }
    for (BridgeId id : seen.keySet()) {
      boolean ours = org.ringmaster.core.kernel.IdShape.isOurs(id.value());
      if (ours && !control.books().bridges.containsKey(id)) {
        decision.ask(new CallCommand.CloseBridge(node, id));
      }
    }
  }

  private int endMissing(NodeId node, Map<LegId, SeenLeg> seen, Decision decision) {
    int lost = 0;
    for (Leg leg : new ArrayList<>(control.books().legs())) {
      if (!leg.node().equals(node) || seen.containsKey(leg.id())) {
        continue;
      }
      if (leg.startedAtMicros() > decision.occurredAtMicros() - ON_ITS_WAY_MICROS) {
        // Its originate may still be on its way: look again when it must have come.
        decision.remindAt(
            leg.startedAtMicros() + 2 * ON_ITS_WAY_MICROS, new CallInput.ListingDue(node));
        continue;
      }
      if (leg.state() == LegState.REQUESTED) {
        decision.ask(new CallCommand.HangUpLeg(leg.node(), leg.id(), HangupCause.NORMAL));
      }
      control.end(leg.id(), HangupCause.UNKNOWN, EndSource.NOT_SEEN, decision);
      lost++;
    }
    return lost;
  }

  /**
   * A leg that our books do not know: a caller who came while we were away, or a stray of a lost
   * epoch.
   */
  private boolean adopt(NodeId node, SeenLeg leg, Decision decision) {
    if (CallControl.isOurs(leg.leg())) {
      decision.ask(new CallCommand.HangUpLeg(node, leg.leg(), HangupCause.NORMAL));
      return true;
    }
    if (!leg.ours() || leg.entry().isEmpty()) {
      return false;
    }
    control.decide(
        new CallInput.LegArrived(
            node,
            leg.leg(),
            leg.entry(),
            leg.dialled(),
            leg.endpoint(),
            leg.callerNumber(),
            leg.callerName(),
            leg.state() == LegState.UP),
        decision);
    return true;
  }

  /**
   * Tells what we missed of a leg that both know, and asks again for what we wanted and does not
   * hold.
   */
  private boolean repair(SeenLeg seen, @Nullable BridgeId seenIn, Decision decision) {
    LegId id = seen.leg();
    Leg leg = java.util.Objects.requireNonNull(control.books().leg(id));
    boolean changed = false;
    if (seen.state() == LegState.UP && leg.state() != LegState.UP) {
      control.up(id, decision);
      changed = true;
    }
    if (seen.ours() && !leg.entered()) {
      control.decide(new CallInput.LegEntered(leg.node(), id), decision);
      changed = true;
    }
    if (!java.util.Objects.equals(seenIn, leg.bridge())) {
      if (seenIn != null) {
        control.joined(id, seenIn, decision);
      } else if (leg.bridge() != null) {
        control.left(id, leg.bridge(), decision);
      }
      changed = true;
    }
    return askAgain(id, seenIn, decision) || changed;
  }

  private boolean askAgain(LegId id, @Nullable BridgeId seenIn, Decision decision) {
    Leg leg = control.books().leg(id);
    if (leg == null) {
      return false;
    }
    if (leg.hangUpAsked()) {
      decision.ask(new CallCommand.HangUpLeg(leg.node(), id, HangupCause.NORMAL));
      return true;
    }
    boolean asked = false;
    if (leg.answerAsked() && leg.state() == LegState.ARRIVED) {
      decision.ask(new CallCommand.AnswerLeg(leg.node(), id));
      asked = true;
    }
    BridgeId wanted = leg.wantedBridge();
    if (wanted != null && !wanted.equals(seenIn)) {
      rejoin(leg, wanted, decision);
      asked = true;
    }
    return asked;
  }

  private void rejoin(Leg leg, BridgeId wanted, Decision decision) {
    Bridge bridge = control.books().bridges.get(wanted);
    if (bridge != null) {
      decision.ask(new CallCommand.JoinBridge(leg.node(), wanted, List.of(leg.id())));
    } else if (leg.call() != null && leg.role() != LegRole.TELEPHONE && talking(leg)) {
      control.connect(leg.call(), List.of(leg.id()), decision);
    } else if (leg.role() == LegRole.STANDING) {
      control.rest(leg.id(), BridgeKind.AGENT_ROOM, null, decision);
    } else {
      decision.record(new CallFact.BridgeWanted(leg.id(), null));
    }
  }

  /** Whether the call of this leg has another live leg that is up: then they were talking. */
  private boolean talking(Leg leg) {
    for (Leg other : control.books().legs()) {
      if (!other.id().equals(leg.id())
          && java.util.Objects.equals(other.call(), leg.call())
          && other.state() == LegState.UP) {
        return true;
      }
    }
    return false;
  }

  private void trunksRead(CallInput.TrunksRead in, Decision decision) {
    Map<TrunkId, Trunk> now = new LinkedHashMap<>();
    in.trunks().forEach(trunk -> now.put(trunk.id(), trunk));
    for (TrunkId id : List.copyOf(control.books().trunks.keySet())) {
      if (!now.containsKey(id)) {
        decision.record(new CallFact.TrunkRemoved(id));
      }
    }
    for (Trunk trunk : now.values()) {
      if (!trunk.equals(control.books().trunks.get(trunk.id()))) {
        decision.record(new CallFact.TrunkConfigured(trunk));
      }
    }
  }

  private void telephonesRead(CallInput.TelephonesRead in, Decision decision) {
    Map<TelephoneId, Telephone> now = new LinkedHashMap<>();
    in.telephones().forEach(telephone -> now.put(telephone.id(), telephone));
    for (TelephoneId id : List.copyOf(control.books().telephones.keySet())) {
      if (!now.containsKey(id)) {
        decision.record(new CallFact.TelephoneRemoved(id));
      }
    }
    for (Telephone telephone : now.values()) {
      if (!telephone.equals(control.books().telephones.get(telephone.id()))) {
        decision.record(new CallFact.TelephoneConfigured(telephone));
      }
    }
  }
}
