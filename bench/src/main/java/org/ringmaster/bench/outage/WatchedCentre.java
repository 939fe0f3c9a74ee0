// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.server.ContactCentre;

/** A platform in this process, through its boards: who is seen, who waits, who talks. */
final class WatchedCentre {
  private static final QueueId SALES = new QueueId("sales");
  private static final long SIGN_IN_SECONDS = 30;

  private final ContactCentre centre;

  WatchedCentre(ContactCentre centre) {
    this.centre = centre;
  }

  /** How many nodes are seen. */
  long seen() {
    return centre.boards().trunks().nodes().stream()
        .filter(node -> node.sight() == NodeRow.Sight.CONNECTED)
        .count();
  }

  /** How many callers of the queue wait. */
  long waiting() {
    var row = centre.boards().queues().row(SALES);
    return row == null ? 0 : row.waiting();
  }

  /** How many callers of the queue talk. */
  long talking() {
    var row = centre.boards().queues().row(SALES);
    return row == null ? 0 : row.talking();
  }

  /** Signs agents in and waits until they are free. */
  void signIn(String... agents) throws Exception {
    for (String agent : agents) {
      centre.inlet().ask(new AgentInput.SignIn(new AgentId(agent), null)).get(10, TimeUnit.SECONDS);
    }
    Until.holds(
        () ->
            centre.boards().agents().rows().stream()
                    .filter(row -> row.agent().state() == AgentState.AVAILABLE)
                    .count()
                == agents.length,
        SIGN_IN_SECONDS,
        "agents are free");
  }

  /** Waits for something and tells how long after an instant it was seen, in milliseconds. */
  static double millisUntil(long sinceNanos, BooleanSupplier condition, long seconds, String what)
      throws InterruptedException {
    Until.holds(condition, seconds, what);
    return (System.nanoTime() - sinceNanos) / 1e6;
  }
}
