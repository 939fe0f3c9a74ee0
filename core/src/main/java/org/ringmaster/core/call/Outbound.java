// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Personal;

/** Calls to people outside who are not on the line yet. Owned by the kernel thread. */
public final class Outbound {

  private final CallBooks books;
  private final TrunkUsage trunkUsage;

  Outbound(CallBooks books, TrunkUsage trunkUsage) {
    this.books = books;
    this.trunkUsage = trunkUsage;
  }

  /** Whether a leg may leave through a trunk just now, for somebody who is not on the line. */
  public boolean canDial(TrunkId id, long nowMicros) {
    return dialRoom(id, nowMicros) instanceof TrunkUsage.Verdict.Go;
  }

  /**
   * What the one gate says to a leg that would leave through a trunk now; full too while the node
   * is away, and while no new outbound work is taken on.
   */
  public TrunkUsage.Verdict dialRoom(TrunkId id, long nowMicros) {
    Trunk trunk = books.plant.trunks.get(id);
    boolean possible =
        trunk != null && books.connected(trunk.node()) && books.intake().refusal() == null;
    return trunkUsage.ask(possible ? trunk : null, nowMicros);
  }

  /** The node that a trunk hangs on, or null where there is no such trunk. */
  public @Nullable NodeId nodeOf(TrunkId id) {
    Trunk trunk = books.plant.trunks.get(id);
    return trunk == null ? null : trunk.node();
  }

  /** Begins a call to somebody outside; a leg of it must follow in the same turn. */
  public CallId begin(TrunkId trunk, Personal number, @Nullable Personal name, Decision decision) {
    CallId call = new CallId(decision.newId('c'));
    NodeId node = Objects.requireNonNull(nodeOf(trunk));
    decision.record(
        new CallFact.CallStarted(call, node, Direction.OUTBOUND, "", trunk, number, name),
        decision.nowMicros());
    return call;
  }

  /**
   * Dials somebody outside through a trunk that has room; the new leg's id. The leg is answered
   * when it has entered.
   *
   * @param shown what their telephone shows; null for what the trunk gives
   */
  public LegId dial(
      CallId call,
      TrunkId trunk,
      Personal number,
      @Nullable Personal shown,
      long ringMillis,
      Decision decision) {
    LegId id = new LegId(decision.newId('l'));
    NodeId node = Objects.requireNonNull(nodeOf(trunk));
    decision.record(
        new CallFact.LegRequested(id, call, node, LegRole.CALLER, null, trunk, null),
        decision.nowMicros());
    decision.ask(
        new CallCommand.OriginateLeg(
            node,
            id,
            call,
            Endpoint.through(trunk.value(), number.text()),
            shown,
            null,
            ringMillis,
            false,
            false));
    return id;
  }
}
