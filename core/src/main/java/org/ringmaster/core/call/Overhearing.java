// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decision;

/**
 * Lets somebody, or a detector, hear a leg without being in its talk: through a leg made for that,
 * and where somebody hears it, in a bridge beside the talk. Owned by the kernel thread.
 */
public final class Overhearing {

  private final CallControl calls;
  private final Bridging bridging;

  /** Overhears legs in the books of {@code calls}. */
  public Overhearing(CallControl calls) {
    this.calls = calls;
    this.bridging = calls.bridging();
  }

  /**
   * Makes a leg by which a live one is overheard, both sides of it; its id. It is joined with
   * nobody until that is asked for, and ends with the other.
   *
   * @param whispers whether the party of that leg, and nobody else, hears what is said into this
   *     one
   */
  public LegId snoop(Leg of, boolean whispers, Decision decision) {
    return bridging.snoop(of, whispers, true, decision);
  }

  /** Makes a leg by which only what the party of a live one says is heard; its id. */
  public LegId listen(Leg of, Decision decision) {
    return bridging.snoop(of, false, false, decision);
  }

  /** Lets the node itself listen by such a leg; nothing happens where it is gone. */
  public void screen(LegId id, ScreeningStep step, Decision decision) {
    Leg leg = calls.books().leg(id);
    if (leg != null && !leg.hangUpAsked()) {
      decision.ask(new CallCommand.ScreenLeg(leg.node(), id, step));
    }
  }

  /** Opens a bridge beside the talk that a leg is in. */
  public BridgeId open(Leg leg, Decision decision) {
    return bridging.openAside(leg, decision);
  }

  /** Puts a leg into a bridge that was opened; nothing happens where either is gone. */
  public void join(BridgeId bridge, LegId leg, Decision decision) {
    bridging.join(bridge, leg, decision);
  }

  /** Closes a bridge that was opened; nothing happens where it is closed. */
  public void close(@Nullable BridgeId bridge, Decision decision) {
    bridging.close(bridge, decision);
  }
}
