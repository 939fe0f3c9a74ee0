// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

/**
 * How many of a queue's agents stay free for its own callers while queues of less weight, which
 * they serve too, have somebody waiting.
 *
 * @param agents so many; 0 where it is a share
 * @param percent this share of those at work, rounded up; 0 where it is a number
 */
public record Reserve(int agents, int percent) {

  /** Nobody is kept. */
  public static final Reserve NONE = new Reserve(0, 0);

  private static final int WHOLE = 100;

  /** Whether nobody is ever kept. */
  public boolean isNone() {
    return agents == 0 && percent == 0;
  }

  /** How many are kept while so many are at work. */
  public int of(int atWork) {
    return agents + (percent * atWork + WHOLE - 1) / WHOLE;
  }
}
