// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.List;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;

/** Passes callers on to outside numbers, as fast as the trunk allows. */
final class Forwarding {

  private static final long RING_MILLIS = 60_000;

  private final CallControl control;

  Forwarding(CallControl control) {
    this.control = control;
  }

  /** Whether a trunk could take the caller now or a little later. */
  boolean isPossible(LegId caller, TrunkId trunkId, Decision decision) {
    Leg leg = control.books().leg(caller);
    Trunk trunk = control.books().plant.trunks.get(trunkId);
    return leg != null
        && leg.call() != null
        && !leg.hangUpAsked()
        && trunk != null
        && trunk.node().equals(leg.node())
        && !(control.trunkUsage().ask(trunk, decision.nowMicros())
            instanceof TrunkUsage.Verdict.Full);
  }

  boolean forward(LegId caller, TrunkId trunkId, String number, Decision decision) {
    if (!isPossible(caller, trunkId, decision)) {
      return false;
    }
    Trunk trunk = control.books().plant.trunks.get(trunkId);
    switch (control.trunkUsage().ask(trunk, decision.nowMicros())) {
      case TrunkUsage.Verdict.Full full -> {
        return false;
      }
      case TrunkUsage.Verdict.NotBefore later -> {
        decision.record(
            new CallFact.ForwardPaced(caller, trunkId, new Personal(number), later.atMicros()));
        remind(caller, trunkId, number, later.atMicros(), decision);
      }
      case TrunkUsage.Verdict.Go go -> leave(caller, trunkId, number, decision);
    }
    return true;
  }

  private void leave(LegId caller, TrunkId trunk, String number, Decision decision) {
    Leg leg = java.util.Objects.requireNonNull(control.books().leg(caller));
    LegId id = new LegId(decision.newId('l'));
    decision.record(
        new CallFact.LegRequested(
            id, leg.call(), leg.node(), LegRole.FORWARD, null, trunk, caller));
    decision.ask(
        new CallCommand.OriginateLeg(
            leg.node(),
            id,
            leg.call(),
            Endpoint.through(trunk.value(), number),
            null,
            null,
            RING_MILLIS,
            false,
            false));
  }

  LegId ringOutside(
      CallId call, Trunk trunk, String number, LegRole role, long ringMillis, Decision decision) {
    LegId id = new LegId(decision.newId('l'));
    decision.record(
        new CallFact.LegRequested(id, call, trunk.node(), role, null, trunk.id(), null),
        decision.nowMicros());
    decision.ask(
        new CallCommand.OriginateLeg(
            trunk.node(),
            id,
            call,
            Endpoint.through(trunk.id().value(), number),
            null,
            null,
            ringMillis,
            false,
            false));
    return id;
  }

  /** A paced forward may try again; while its node is away it waits for the node. */
  void due(CallInput.ForwardDue in, Decision decision) {
    PacedForward paced = control.books().pacedForwards.get(in.caller());
    Leg leg = control.books().leg(in.caller());
    if (paced != null
        && leg != null
        && paced.dueMicros() <= decision.nowMicros()
        && control.books().connected(leg.node())
        && !forward(in.caller(), in.trunk(), in.number(), decision)) {
      decision.record(new CallFact.ForwardFailed(in.caller(), leg.call()));
    }
  }

  /** After a restart, and when a node is back: whoever waits for a trunk is not forgotten. */
  void remindAgain(Decision decision) {
    for (PacedForward paced : List.copyOf(control.books().pacedForwards.values())) {
      remind(paced.caller(), paced.trunk(), paced.number().text(), paced.dueMicros(), decision);
    }
  }

  private static void remind(
      LegId caller, TrunkId trunk, String number, long dueMicros, Decision decision) {
    decision.remindAt(dueMicros, new CallInput.ForwardDue(caller, trunk, number));
  }

  /** The outside leg is ours to bridge: the two talk. */
  void entered(LegId id, Decision decision) {
    Leg leg = control.books().leg(id);
    if (leg != null && leg.role() == LegRole.FORWARD && leg.partner() != null) {
      control.connect(
          java.util.Objects.requireNonNull(leg.call()), List.of(leg.partner(), id), decision);
    }
  }

  /** Whether a trunk that could take the caller has all its legs taken just now. */
  boolean isFull(LegId caller, TrunkId trunkId, Decision decision) {
    Leg leg = control.books().leg(caller);
    Trunk trunk = control.books().plant.trunks.get(trunkId);
    return leg != null
        && trunk != null
        && trunk.node().equals(leg.node())
        && control.trunkUsage().ask(trunk, decision.nowMicros()) instanceof TrunkUsage.Verdict.Full;
  }

  /**
   * A forwarded caller and the one they talk with go together; a caller who has not come to talk is
   * left to those who passed them on.
   */
  void legEnded(CallFact.LegEnded ended, Decision decision) {
    if (ended.call() == null) {
      return;
    }
    for (LegId id : control.books().index.legsOf(ended.call())) {
      Leg leg = control.books().leg(id);
      if (leg == null || !ended.leg().equals(leg.partner())) {
        continue;
      }
      if (leg.role() == LegRole.FORWARD || isInTalk(leg)) {
        control.hangUp(id, HangupCause.NORMAL, decision);
      } else {
        decision.record(new CallFact.ForwardFailed(id, leg.call()));
      }
    }
  }

  private boolean isInTalk(Leg leg) {
    Bridge wanted = leg.wantedBridge() == null ? null : control.books().bridge(leg.wantedBridge());
    return wanted != null && wanted.kind().mixes();
  }
}
