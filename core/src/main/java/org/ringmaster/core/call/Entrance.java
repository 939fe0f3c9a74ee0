// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.ringmaster.core.kernel.Decision;

/**
 * Takes legs that we asked for under our control, and says since when their parties can have been
 * there where nobody saw that in time. Owned by the kernel thread.
 */
final class Entrance {

  /** What is told within that is told in time: networks, and machines that are busy. */
  private static final long LATE_MICROS = 250_000;

  private final CallControl control;

  Entrance(CallControl control) {
    this.control = control;
  }

  /**
   * A leg of ours is under our control.
   *
   * @param earliestMicros when its party can have answered at the earliest, as far as the node
   *     tells; it is not before the leg was asked for, and it is known where the answer was told
   */
  void enters(NodeId node, LegId id, long earliestMicros, Decision decision) {
    Leg leg = control.books().leg(id);
    if (leg == null || leg.hangUpAsked()) {
      // Ours by its id, unwanted by our books: a hang-up that came too early, or an epoch that is
      // lost.
      decision.ask(new CallCommand.HangUpLeg(node, id, HangupCause.NORMAL));
    } else if (!leg.entered()) {
      boolean isTold = leg.state() == LegState.UP;
      long answered = isTold ? leg.answeredAtMicros() : earliestMicros;
      control.up(id, decision);
      long since = StrictMath.max(leg.startedAtMicros(), answered);
      boolean isLate = decision.nowMicros() - since > LATE_MICROS;
      decision.record(new CallFact.LegEntered(id, isLate ? since : 0));
    }
  }
}
