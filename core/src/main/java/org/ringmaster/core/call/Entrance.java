// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.ringmaster.core.kernel.Decision;

/**
 * Takes legs that we asked for under our control, and says since when their parties can have been
 * there where nobody saw that in time. Owned by the kernel thread.
 */
final class Entrance {

  /** What a list finds within that was only on its way. */
  private static final long LATE_MICROS = 250_000;

  private final CallControl control;

  Entrance(CallControl control) {
    this.control = control;
  }

  /**
   * A leg of ours is under our control, as its node tells. When that was on the node's clock does
   * not count: a clock that is half a second behind would make everybody late.
   */
  void told(CallInput.LegEntered in, Decision decision) {
    long since = in.lateMicros() == 0 ? 0 : decision.nowMicros() - in.lateMicros();
    enters(in.node(), in.leg(), since, decision);
  }

  /**
   * A list shows a leg of ours under our control that nobody told of.
   *
   * @param earliestMicros when its party can have answered at the earliest, as far as the node
   *     tells; it is not before the leg was asked for, and it is known where the answer was told
   */
  void found(Leg leg, long earliestMicros, Decision decision) {
    long since = leg.state() == LegState.UP ? leg.answeredAtMicros() : earliestMicros;
    since = StrictMath.max(leg.startedAtMicros(), since);
    boolean isLate = decision.nowMicros() - since > LATE_MICROS;
    enters(leg.node(), leg.id(), isLate ? since : 0, decision);
  }

  private void enters(NodeId node, LegId id, long sinceMicros, Decision decision) {
    Leg leg = control.books().leg(id);
    if (leg == null || leg.hangUpAsked()) {
      // Ours by its id, unwanted by our books: a hang-up that came too early, or an epoch that is
      // lost.
      decision.ask(new CallCommand.HangUpLeg(node, id, HangupCause.NORMAL));
    } else if (!leg.entered()) {
      control.up(id, decision);
      long since = sinceMicros == 0 ? 0 : StrictMath.max(leg.startedAtMicros(), sinceMicros);
      decision.record(new CallFact.LegEntered(id, since));
    }
  }
}
