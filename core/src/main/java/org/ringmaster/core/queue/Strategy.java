// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

/** How a queue chooses among its free agents. */
public enum Strategy {
  /** Who has waited longest for a caller. */
  LONGEST_IDLE(new LongestIdle()),
  /** All at once; the quickest gets the caller. */
  RINGALL(new RingAll());

  private final RoutingRule rule;

  Strategy(RoutingRule rule) {
    this.rule = rule;
  }

  /** The rule behind the name. */
  public RoutingRule rule() {
    return rule;
  }
}
