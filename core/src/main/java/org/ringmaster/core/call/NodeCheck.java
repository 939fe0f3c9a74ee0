// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

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

  private static final long MICROS_PER_SECOND = 1_000_000;

  /** How soon it is looked again whether a telephone's call that is none of ours is over. */
  private static final long LOOK_AGAIN_MICROS = 5 * MICROS_PER_SECOND;

  /** A witness that has not spoken for so long will not: far nodes tell rows only once. */
  private static final long SOUGHT_AGAIN_MICROS = 3_600 * MICROS_PER_SECOND;

  private final CallControl control;
  private final SightCheck sights;

  NodeCheck(CallControl control) {
    this.control = control;
    sights = new SightCheck(control.books());
  }

  void decide(CallInput input, Decision decision) {
    CallBooks books = control.books();
    switch (input) {
      case CallInput.NodeConnected in -> {
        decision.record(new CallFact.NodeConnected(in.node(), in.version(), in.startedAtMicros()));
        beat(in.node(), decision);
      }
      case CallInput.BeatDue in -> {
        control.books().plant.nodes.values().stream()
            .filter(NodeState::connected)
            .forEach(node -> beat(node.id(), decision));
        decision.accept("");
      }
      case CallInput.NodeLost in -> {
        NodeState node = books.plant.nodes.get(in.node());
        if (node != null && node.connected()) {
          decision.record(new CallFact.NodeLost(in.node(), in.heardAtMicros()));
        }
      }
      case CallInput.NodeFenced in -> decision.record(new CallFact.NodeFenced(in.node()));
      case CallInput.NodeListed in -> compare(in, decision);
      case CallInput.IntakeChanged in -> {
        if (books.intake() != in.intake()) {
          decision.record(new CallFact.IntakeChanged(in.intake()));
        }
      }
      case CallInput.EndpointTold in -> {
        sights.told(in, decision);
        if (sights.isDoubted(in)) {
          control.doubts().wantNow(in.node(), decision);
        }
      }
      case CallInput.RegistrationTold in -> sights.told(in, decision);
      case CallInput.EndpointsUnseen in -> sights.unseen(in.node(), decision);
      case CallInput.TrunksRead in -> trunksRead(in, decision);
      case CallInput.TelephonesRead in -> telephonesRead(in, decision);
      default -> {}
    }
  }

  /** After a start of the platform: whoever was asked for the ends of legs has forgotten it. */
  void seekAgain(Decision decision) {
    for (UnseenEnd end : control.books().unseenEnds.values()) {
      if (end.bookedAtMicros() > decision.nowMicros() - SOUGHT_AGAIN_MICROS) {
        decision.ask(new CallCommand.SeekWitness(end.node(), end.leg()));
      }
    }
  }

  private static void beat(NodeId node, Decision decision) {
    decision.ask(new CallCommand.Beat(node, decision.nowMicros() / MICROS_PER_SECOND));
  }

  private void compare(CallInput.NodeListed in, Decision decision) {
    NodeState node = control.books().plant.nodes.get(in.node());
    if (node == null || !node.connected()) {
      return; // Of a connection that is lost again.
    }
    boolean isFirst = node.listedAtMicros() == 0;
    // What came while nobody saw it came after the last word, if there was one; on a socket that
    // holds, just now.
    long earliest = isFirst ? node.heardAtMicros() : decision.nowMicros();
    Map<LegId, SeenLeg> seen = new LinkedHashMap<>();
    in.legs().forEach(leg -> seen.put(leg.leg(), leg));
    Map<LegId, BridgeId> seenIn = new LinkedHashMap<>();
    in.bridges().forEach(bridge -> bridge.legs().forEach(leg -> seenIn.put(leg, bridge.bridge())));
    // Before anybody is adopted, who might be offered there.
    boolean isEngaged = sights.compare(in, decision);
    Missing missing = new Missing(control, in, decision);
    int lost = missing.endLegs(seen);
    int repaired = missing.closeBridges();
    int found = 0;
    for (SeenLeg leg : in.legs()) {
      if (control.books().leg(leg.leg()) == null) {
        found += adopt(in.node(), leg, decision) ? 1 : 0;
      } else {
        repaired += repair(leg, seenIn.get(leg.leg()), earliest, missing, decision) ? 1 : 0;
      }
    }
    control.digits().playAgain(in.node(), isFirst, decision);
    if (isFirst) {
      control.recordings().seenAgain(in.node(), decision);
      control.bridging().playAgain(in.node(), decision);
      control.bridging().lookAtRooms(in.node(), decision);
    }
    decision.record(new CallFact.NodeReconciled(in.node(), lost, found, repaired));
    if (missing.lookAgainMicros() > 0) {
      control.doubts().want(in.node(), missing.lookAgainMicros(), decision);
    }
    if (isEngaged) {
      control.doubts().want(in.node(), decision.nowMicros() + LOOK_AGAIN_MICROS, decision);
    }
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
    if (!leg.ours() || leg.entry().isEmpty() || control.books().hasEnded(leg.leg())) {
      return false;
    }
    control.decide(
        new CallInput.LegArrived(
            node,
            leg.leg(),
            leg.entry(),
            leg.number(),
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
  private boolean repair(
      SeenLeg seen,
      @Nullable BridgeId seenIn,
      long earliestMicros,
      Missing missing,
      Decision decision) {
    LegId id = seen.leg();
    Leg leg = java.util.Objects.requireNonNull(control.books().leg(id));
    if (leg.entered() && !seen.ours() && !missing.isNew(leg)) {
      // Sent on by the dialplan or its guard while we were away: it lives on without us.
      control.end(id, HangupCause.UNKNOWN, EndSource.NOT_SEEN, decision);
      return true;
    }
    boolean changed = false;
    if (seen.state() == LegState.RINGING && leg.state() == LegState.REQUESTED) {
      decision.record(new CallFact.LegRang(id));
      changed = true;
    }
    if (seen.ours() && !leg.entered()) {
      control.entrance().found(leg, earliestMicros, decision);
      changed = true;
    } else if (seen.state() == LegState.UP && leg.state() != LegState.UP) {
      control.up(id, decision);
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
    return askAgain(id, seenIn, missing, decision) || changed;
  }

  private boolean askAgain(
      LegId id, @Nullable BridgeId seenIn, Missing missing, Decision decision) {
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
    if (wanted != null && !wanted.equals(seenIn) && missing.isListed(wanted)) {
      decision.ask(new CallCommand.JoinBridge(leg.node(), wanted, List.of(id)));
      asked = true;
    }
    return asked;
  }

  private void trunksRead(CallInput.TrunksRead in, Decision decision) {
    Map<TrunkId, Trunk> now = new LinkedHashMap<>();
    in.trunks().forEach(trunk -> now.put(trunk.id(), trunk));
    for (TrunkId id : List.copyOf(control.books().plant.trunks.keySet())) {
      if (!now.containsKey(id)) {
        decision.record(new CallFact.TrunkRemoved(id));
      }
    }
    for (Trunk trunk : now.values()) {
      if (!trunk.equals(control.books().plant.trunks.get(trunk.id()))) {
        decision.record(new CallFact.TrunkConfigured(trunk));
      }
    }
  }

  private void telephonesRead(CallInput.TelephonesRead in, Decision decision) {
    Map<TelephoneId, Telephone> now = new LinkedHashMap<>();
    in.telephones().forEach(telephone -> now.put(telephone.id(), telephone));
    for (TelephoneId id : List.copyOf(control.books().plant.telephones.keySet())) {
      if (!now.containsKey(id)) {
        decision.record(new CallFact.TelephoneRemoved(id));
      }
    }
    for (Telephone telephone : now.values()) {
      if (!telephone.equals(control.books().plant.telephones.get(telephone.id()))) {
        decision.record(new CallFact.TelephoneConfigured(telephone));
      }
    }
  }
}
