// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/**
 * How many offers an agent has missed one after the other, by what came of them.
 *
 * @param silent in how many talks, one after the other, nobody was heard to speak at their end
 */
record Misses(AgentId agent, int noAnswer, int busy, int unreachable, int silent) {

  static Misses none(AgentId agent) {
    return new Misses(agent, 0, 0, 0, 0);
  }

  /** The telephone was answered; whether anybody is there, the talk must show. */
  Misses answered() {
    return new Misses(agent, 0, 0, 0, silent);
  }

  /** One more talk in silence, or one in which the agent was heard. */
  Misses talked(boolean heard) {
    return new Misses(agent, noAnswer, busy, unreachable, heard ? 0 : silent + 1);
  }

  /** One more. */
  Misses and(OfferEnd end) {
    return switch (end) {
      case NO_ANSWER -> new Misses(agent, noAnswer + 1, busy, unreachable, silent);
      case DECLINED -> new Misses(agent, noAnswer, busy + 1, unreachable, silent);
      case UNREACHABLE -> new Misses(agent, noAnswer, busy, unreachable + 1, silent);
      case WITHDRAWN, LOST -> this;
    };
  }
}
