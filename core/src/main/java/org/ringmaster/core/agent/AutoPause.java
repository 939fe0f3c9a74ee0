// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import org.jspecify.annotations.Nullable;

/**
 * After how many offers in vain, one after the other, an agent is paused, by what came of them; 0
 * for never. An answered one begins the count anew, but for talks in silence: who was heard begins
 * that one.
 *
 * @param noAnswer the telephone rang in vain
 * @param busy the telephone was busy, or the agent rejected the call
 * @param unreachable the telephone could not be reached
 * @param silent the telephone answered, and in the talk nobody was heard to speak there
 */
public record AutoPause(int noAnswer, int busy, int unreachable, int silent) {

  /** Only who cannot be reached is paused, at once. */
  public static final AutoPause NONE = new AutoPause(0, 0, 1);

  /** Who does not answer is paused, at once. */
  public static final AutoPause NO_ANSWER = new AutoPause(1, 0, 1);

  /** A rule that does not ask whether agents are heard. */
  public AutoPause(int noAnswer, int busy, int unreachable) {
    this(noAnswer, busy, unreachable, 0);
  }

  /** Whether it matters that an agent is heard to speak: a node must listen then. */
  public boolean asksForSpeech() {
    return silent > 0;
  }

  /** For what an agent is paused after so many misses, the last of this kind; null for nothing. */
  @Nullable PauseReason reason(OfferEnd end, Misses misses) {
    return switch (end) {
      case NO_ANSWER -> reached(noAnswer, misses.noAnswer()) ? PauseReason.NO_ANSWER : null;
      case DECLINED -> reached(busy, misses.busy()) ? PauseReason.BUSY : null;
      case UNREACHABLE ->
          reached(unreachable, misses.unreachable()) ? PauseReason.TELEPHONE_LOST : null;
      case WITHDRAWN, LOST -> null;
    };
  }

  /** Whether an agent is paused after so many talks in silence. */
  boolean pausesSilent(Misses misses) {
    return reached(silent, misses.silent());
  }

  private static boolean reached(int limit, int count) {
    return limit > 0 && count >= limit;
  }
}
