// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

import java.util.Comparator;

/**
 * How a queue chooses among its free agents. Nine of them have the names and the meaning of
 * app_queue's; lower penalties always go first, but for {@link #WRANDOM}.
 */
public enum Strategy {
  /** Who has waited longest for a caller of any queue. */
  LONGEST_IDLE(new Best(Comparator.comparingLong(Candidate::idleSinceMicros))),
  /** All at once; the quickest gets the caller. */
  RINGALL(new RingAll()),
  /** Whose last caller of this queue ended longest ago. */
  LEASTRECENT(new Best(Comparator.comparingLong(Candidate::lastCallMicros))),
  /** Who has had the fewest callers of this queue since they signed in. */
  FEWESTCALLS(new Best(Comparator.comparingLong(Candidate::calls))),
  /** Anybody. */
  RANDOM(new Drawn(false)),
  /** The next after whom this queue rang last. */
  RRMEMORY(new Rounds(RoutingMoment::lastOrder)),
  /** The same, in the order of the configuration, which is the only order that agents have here. */
  RRORDERED(new Rounds(RoutingMoment::lastOrder)),
  /** For each caller from the top of the list. */
  LINEAR(new Rounds(RoutingMoment::callerOrder)),
  /** Anybody, but those with a penalty more seldom. */
  WRANDOM(new Drawn(true)),
  /**
   * Who has most of what the caller needs; among them who can do least else; among them who has
   * waited longest.
   */
  SKILLS(
      new Best(
          Comparator.comparingInt((Candidate candidate) -> -candidate.fit())
              .thenComparingInt(Candidate::breadth)
              .thenComparingLong(Candidate::idleSinceMicros)));

  private final RoutingRule rule;

  Strategy(RoutingRule rule) {
    this.rule = rule;
  }

  /** The rule behind the name. */
  public RoutingRule rule() {
    return rule;
  }
}
