// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.compliance;

/**
 * What was counted in a window.
 *
 * @param toAgents live answers that came to an agent
 * @param abandoned calls that were answered and given up by us because no agent was there in time
 * @param machinesToAgents of all answers that came to agents, those that were machines
 * @param mistaken live answers that were given up because they were taken for machines; an estimate
 *     from verdicts that an agent has heard, therefore not whole
 */
public record LiveAnswers(long toAgents, long abandoned, long machinesToAgents, double mistaken) {

  /** Nothing counted. */
  public static final LiveAnswers NONE = new LiveAnswers(0, 0, 0, 0);

  private static final double PERCENT = 100;

  /**
   * The share of live answers that was abandoned, percent, as the American and Canadian rules count
   * it (47 CFR 64.1200(a)(7), CRTC): of all calls answered by a person. Those that were taken for
   * machines count as abandoned, which is the stricter reading.
   */
  public double abandonedPercent() {
    double lost = abandoned + mistaken;
    return percent(lost, toAgents + lost);
  }

  /**
   * The same as Ofcom counts it where no screening takes place: of the abandoned calls only as many
   * count as would have been people, judged by who came to agents ("reasoned estimate", Ofcom's
   * statement on persistent misuse, 2010, 4.70 to 4.73).
   */
  public double reasonedAbandonedPercent() {
    long answered = toAgents + machinesToAgents;
    double people =
        answered == 0 ? abandoned : abandoned * (1 - (double) machinesToAgents / answered);
    double lost = people + mistaken;
    return percent(lost, toAgents + lost);
  }

  private static double percent(double lost, double all) {
    return all == 0 ? 0 : PERCENT * lost / all;
  }
}
