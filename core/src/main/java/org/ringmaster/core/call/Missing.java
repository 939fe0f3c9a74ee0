// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.IdShape;

/** What a node's list lacks of our books, and what it has that nobody needs. */
final class Missing {

  /** How long a command may be under way before what it asked for must be in a node's list. */
  private static final long ON_ITS_WAY_MICROS = 2_000_000;

  private final CallControl control;
  private final CallInput.NodeListed list;
  private final Decision decision;
  private final Set<BridgeId> seen = new LinkedHashSet<>();
  private long lookAgainMicros;

  Missing(CallControl control, CallInput.NodeListed list, Decision decision) {
    this.control = control;
    this.list = list;
    this.decision = decision;
    list.bridges().forEach(bridge -> seen.add(bridge.bridge()));
  }

  /** Whether the list has a bridge; one that it has not is on its way, with those meant for it. */
  boolean isListed(BridgeId bridge) {
    return seen.contains(bridge);
  }

  /** Whether a leg came under our control so lately that the list may not say so. */
  boolean isNew(Leg leg) {
    return isOnItsWay(StrictMath.max(leg.startedAtMicros(), leg.answeredAtMicros()));
  }

  /** When to look again for what was too young to be missed, epoch microseconds; 0 for never. */
  long lookAgainMicros() {
    return lookAgainMicros;
  }

  int endLegs(Map<LegId, SeenLeg> legs) {
    int lost = 0;
    for (Leg leg : List.copyOf(control.books().legs())) {
      boolean isMissing = leg.node().equals(list.node()) && !legs.containsKey(leg.id());
      if (!isMissing || isOnItsWay(leg.startedAtMicros())) {
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

  int closeBridges() {
    List<Bridge> lost = new ArrayList<>();
    for (Bridge bridge : control.books().bridges.values()) {
      boolean isMissing = bridge.node().equals(list.node()) && !seen.contains(bridge.id());
      if (isMissing && !isOnItsWay(bridge.openedAtMicros())) {
        lost.add(bridge);
      }
    }
    control.bridging().lost(lost, decision);
    for (BridgeId id : seen) {
      if (IdShape.isOurs(id.value()) && !control.books().bridges.containsKey(id)) {
        decision.ask(new CallCommand.CloseBridge(list.node(), id));
      }
    }
    return lost.size();
  }

  private boolean isOnItsWay(long begunAtMicros) {
    if (begunAtMicros <= decision.occurredAtMicros() - ON_ITS_WAY_MICROS) {
      return false;
    }
    lookAgainMicros = StrictMath.max(lookAgainMicros, begunAtMicros + ON_ITS_WAY_MICROS + 1);
    return true;
  }
}
