// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.history;

/** Whom the lines of a history are about. */
public enum HistoryBy {
  /** One line for each queue. */
  QUEUE("e.queue_id", "s.queue_id"),
  /** One line for each agent: what they did, and the callers they answered. */
  AGENT("e.agent_id", "s.agent_id"),
  /** One line for each trunk that callers came by. */
  TRUNK("c.trunk_id", "c.trunk_id");

  private final String ofEntry;
  private final String ofSpell;

  HistoryBy(String ofEntry, String ofSpell) {
    this.ofEntry = ofEntry;
    this.ofSpell = ofSpell;
  }

  /** Whom a waiting contact counts for, in SQL. */
  String ofEntry() {
    return ofEntry;
  }

  /** Whom a spell of work counts for, in SQL. */
  String ofSpell() {
    return ofSpell;
  }
}
