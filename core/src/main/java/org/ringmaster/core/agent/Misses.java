// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/** How many offers an agent has missed one after the other, by what came of them. */
record Misses(AgentId agent, int noAnswer, int busy, int unreachable) {

  static Misses none(AgentId agent) {
    return new Misses(agent, 0, 0, 0);
  }

  /** One more. */
  Misses and(OfferEnd end) {
    return switch (end) {
      case NO_ANSWER -> new Misses(agent, noAnswer + 1, busy, unreachable);
      case DECLINED -> new Misses(agent, noAnswer, busy + 1, unreachable);
      case UNREACHABLE -> new Misses(agent, noAnswer, busy, unreachable + 1);
      case WITHDRAWN, LOST -> this;
    };
  }
}
