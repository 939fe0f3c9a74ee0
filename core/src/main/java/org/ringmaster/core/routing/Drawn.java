// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.routing;

import java.util.List;

/**
 * One agent, by lot. The lot is drawn from the caller's own seed, so that a replay draws the same.
 * With weights a penalty only makes an agent's lot worse, as app_queue's {@code wrandom} does (a
 * number below 1,000 times one more than the penalty, the lowest wins); without, penalty goes
 * before all else.
 */
final class Drawn implements RoutingRule {

  private static final int LOTS = 1_000;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final boolean weighted;

  Drawn(boolean weighted) {
    this.weighted = weighted;
  }

  @Override
  public List<Candidate> choose(List<Candidate> free, RoutingMoment moment) {
    Candidate best = null;
    long bestLot = Long.MAX_VALUE;
    for (Candidate candidate : free) {
      long lot = lot(moment.seed(), candidate);
      if (lot < bestLot) {
        best = candidate;
        bestLot = lot;
      }
    }
    return best == null ? List.of() : List.of(best);
  }

  private long lot(long seed, Candidate candidate) {
    long drawn = mix(seed + MIX * (candidate.order() + 1L)) >>> 1;
    return weighted
        ? drawn % (LOTS * (1L + candidate.penalty()))
        : candidate.penalty() * 1_000_000L + drawn % 1_000_000L;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
  private static long mix(long seed) {
    long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
