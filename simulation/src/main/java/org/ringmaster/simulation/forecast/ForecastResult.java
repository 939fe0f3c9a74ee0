// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is foreseen of a campaign.
 *
 * @param runs how often it was lived through
 * @param startMicros when it begins, epoch microseconds
 * @param days after how many days nobody looked any further
 * @param leads how many are to be dialled
 * @param finished in how many runs no lead was left in the end
 * @param bands a band for each figure
 * @param shares how much of agents' time went where, 0 to 1, over all runs
 * @param binds what keeps it most from getting on faster
 * @param bindsRuns in how many runs that was so
 * @param moneyGoneRuns in how many runs all that the campaign may spend was spent before its end
 * @param currency in which its calls cost something; null where no rate is known
 * @param guesses what was guessed, not known, each as a sentence
 */
public record ForecastResult(
    int runs,
    long startMicros,
    int days,
    int leads,
    int finished,
    Map<ForecastFigure, Band> bands,
    Map<Bottleneck, Double> shares,
    Bottleneck binds,
    int bindsRuns,
    int moneyGoneRuns,
    @Nullable String currency,
    List<String> guesses) {

  /** The band of a figure. */
  public Band band(ForecastFigure figure) {
    Band band = bands.get(figure);
    if (band == null) {
      throw new IllegalStateException("nothing was foreseen of " + figure);
    }
    return band;
  }

  /** In what a figure is counted, for people; empty for things. */
  public String unit(ForecastFigure figure) {
    return figure == ForecastFigure.COST && currency != null ? currency : figure.unit();
  }

  /** How much of agents' time goes there, 0 to 1. */
  public double share(Bottleneck which) {
    return shares.getOrDefault(which, 0.0);
  }
}
