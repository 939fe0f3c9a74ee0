// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

/**
 * How much a waiting caller counts against one of another queue, when an agent is free who may
 * answer both: a linear delay ratio with an ageing bound. The score is (1 + weight) x (wait +
 * credit) / target; who has waited as long as the queue's bound goes before all who have not, so
 * that no weight and no priority starves anybody. (Weighted waiting-time ratios hold the ratio of
 * waits between classes while no agent idles: Gurvich and Whitt, Manufacturing and Service
 * Operations Management 11(2), 2009.)
 */
public final class CallerScore {

  private CallerScore() {}

  /**
   * The score.
   *
   * @param waitedMillis the wait so far, what was earned elsewhere included
   * @param targetMillis within how long the queue's callers should be answered
   */
  public static double of(Routing routing, long waitedMillis, long targetMillis) {
    return of(routing.weight(), waitedMillis, targetMillis);
  }

  /** The same, of a queue's weight alone. */
  public static double of(int weight, long waitedMillis, long targetMillis) {
    double target = StrictMath.max(1, targetMillis);
    return (1.0 + weight) * StrictMath.max(1, waitedMillis) / target;
  }

  /** Whether a caller has waited as long as anybody may be passed over. */
  public static boolean isStarving(Routing routing, long waitedMillis) {
    return isStarving(routing.starvationMillis(), waitedMillis);
  }

  /** The same, of the queue's bound alone; 0 is none. */
  public static boolean isStarving(long starvationMillis, long waitedMillis) {
    return starvationMillis > 0 && waitedMillis >= starvationMillis;
  }
}
